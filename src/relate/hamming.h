// SPDX-License-Identifier: Apache-2.0
// All pairs of 64-bit values at most `distance` bits apart, exactly, by the cheaper of two ways.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace tamis::relating {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // first < second

struct HammingOptions {
  int distance = 10;          // 0 to 64
  std::uint32_t most = 1024;  // partners kept of one value among those before it
  int threads = 1;
};

// Every value against every one before it: one XOR and one POPCNT a pair.
std::vector<Pair> pairs_by_scan(std::span<const std::uint64_t> values,
                                const HammingOptions& options);

// Multi-index hashing (Norouzi, Punjani, Fleet 2012): of the four 16-bit blocks of two values
// `distance` apart one differs in at most distance/4 bits. So look up every key that near to each
// block, in a table a block.
std::vector<Pair> pairs_by_blocks(std::span<const std::uint64_t> values,
                                  const HammingOptions& options);

// The cheaper one. As long as no value has more than `most` partners the three give the same
// pairs, in the order of (second, first). Values that have more keep `most` of them, the same at
// any number of threads.
std::vector<Pair> near_pairs(std::span<const std::uint64_t> values, const HammingOptions& options);

}  // namespace tamis::relating
