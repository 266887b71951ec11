// SPDX-License-Identifier: Apache-2.0
// From verified pairs to stars: a keeper and what was compared with it directly.
#pragma once

#include "relate/hamming.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace tamis::relating {

struct Star {
  std::uint32_t keeper = 0;
  std::vector<std::uint32_t> members;  // ascending; each a duplicate of the keeper
};

struct StarProblem {
  std::uint32_t nodes = 0;
  std::vector<Pair> duplicates;  // verified, sorted
  // Is x a better keeper than y? A strict total order.
  std::function<bool(std::uint32_t, std::uint32_t)> before;
  // Compares the keeper with others that it was not compared with yet; true: a duplicate.
  std::function<std::vector<bool>(std::uint32_t keeper, const std::vector<std::uint32_t>& others)>
      compare;
};

// Takes the best keeper of every connected part, gives it all its duplicates there, goes on with
// what is left. A node is in one star at most. The number of comparisons is bounded: the first
// kFullRounds keepers of a part are compared with all that is left, later ones keep to the pairs
// that are known. Nodes without a star do not occur in the result.
inline constexpr int kFullRounds = 4;
std::vector<Star> make_stars(const StarProblem& problem);

}  // namespace tamis::relating
