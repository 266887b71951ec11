// SPDX-License-Identifier: Apache-2.0
// The recall certificate: a random sample of pages, each compared with all others exactly, shows
// what share of the relations there are the index brought together.
#pragma once

#include "relate/verify.h"
#include "tamis/relate.h"

#include <functional>
#include <vector>

namespace tamis::relating {

struct CertificateProblem {
  const std::vector<Entry>& entries;
  std::vector<std::uint32_t> firsts;  // of each node the entry that stands for its text
  const Texts& texts;
  const Canon& canon;
  const RelateOptions& options;
  // Were the texts of these nodes (first < second) compared?
  std::function<bool(const Pair&)> was_compared;
};

// Pages are drawn by the hash of their text and id: the same in every run over the same pages. Each
// sampled text is held against every other by its set of shingles; where enough of either is in
// the other, or one may be a collection, the verdict is that of judge().
Certificate certify(const CertificateProblem& problem);

}  // namespace tamis::relating
