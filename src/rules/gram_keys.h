// SPDX-License-Identifier: Apache-2.0
// Keys of n-grams: of a word, and of words that follow one another. Never 0.
#pragma once

#include "base/hash.h"

#include <cstdint>
#include <string_view>

namespace tamis::rules {

inline std::uint64_t word_key(std::string_view word) {
  return base::hash64(word) | 1;
}

// Of the n-gram `head` with one more word behind.
inline std::uint64_t join_keys(std::uint64_t head, std::uint64_t word) {
  const std::uint64_t mixed = (head ^ (word << 23 | word >> 41)) * 0x9E3779B97F4A7C15U;
  return (mixed ^ mixed >> 29) | 1;
}

}  // namespace tamis::rules
