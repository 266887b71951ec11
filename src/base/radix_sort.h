// SPDX-License-Identifier: Apache-2.0
// Stable least-significant-digit radix sort of 64-bit keys, 11 bits a pass; passes in which all
// keys agree are skipped. For millions of keys several times as fast as std::sort.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tamis::base {

// By bits [low_bit, 64) of the keys. `spare` is scratch; keep it for the next call.
inline void radix_sort(std::vector<std::uint64_t>& keys, std::vector<std::uint64_t>& spare,
                       int low_bit = 0) {
  constexpr int kDigit = 11;
  constexpr std::size_t kBuckets = 1u << kDigit;
  std::uint64_t differ = 0;
  for (const std::uint64_t key : keys) differ |= key ^ keys[0];
  spare.resize(keys.size());
  for (int shift = low_bit; shift < 64; shift += kDigit) {
    if ((differ >> shift & (kBuckets - 1)) == 0) continue;
    std::array<std::size_t, kBuckets> next{};
    for (const std::uint64_t key : keys) ++next[key >> shift & (kBuckets - 1)];
    std::size_t sum = 0;
    for (std::size_t& count : next) {
      const std::size_t here = count;
      count = sum;
      sum += here;
    }
    for (const std::uint64_t key : keys) spare[next[key >> shift & (kBuckets - 1)]++] = key;
    keys.swap(spare);
  }
}

}  // namespace tamis::base
