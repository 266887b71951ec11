// SPDX-License-Identifier: Apache-2.0
// The direct comparison of pairs of entries, on several threads.
#pragma once

#include "relate/hamming.h"
#include "tamis/relate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tamis::relating {

struct Verified {
  std::size_t pair;  // its place among the pairs
  Relation relation;
};

// Of pairs of entries those that are related, in their order; a and b index the entries. Fastest
// when pairs with the same first entry follow each other.
std::vector<Verified> verify(const std::vector<Entry>& entries, const Texts& texts,
                             const Canon& canon, const std::vector<Pair>& pairs,
                             const RelateOptions& options);

}  // namespace tamis::relating
