// SPDX-License-Identifier: Apache-2.0
// A word's hash: the avalanche that ends XXH64 (xxHash specification, "final mix"), in line. For
// values that are short enough to be packed into a word, where hash64's call would cost more.
#pragma once

#include <cstdint>

namespace tamis::base {

inline constexpr std::uint64_t kMixFactors[] = {0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F,
                                                0x165667B19E3779F9};

inline std::uint64_t hash_word(std::uint64_t word) {
  word *= kMixFactors[0];
  word ^= word >> 33;
  word *= kMixFactors[1];
  word ^= word >> 29;
  word *= kMixFactors[2];
  return word ^ word >> 32;
}

}  // namespace tamis::base
