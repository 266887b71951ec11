// SPDX-License-Identifier: Apache-2.0
// Which pairs are worth a comparison of their texts.
#pragma once

#include "relate/hamming.h"
#include "tamis/relate.h"

#include <cstdint>
#include <vector>

namespace tamis::relating {

struct Candidates {
  // Entries of one canonical text, the best keeper first; groups in the order of their keepers.
  // Every entry with a text is in one group. Only the first of a group is looked at further.
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<Pair> pairs;  // of groups, sorted, distinct
  IndexCounts index;
};

Candidates find_candidates(const std::vector<Entry>& entries, const Texts& texts,
                           const RelateOptions& options);

}  // namespace tamis::relating
