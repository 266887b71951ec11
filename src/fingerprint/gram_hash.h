// SPDX-License-Identifier: Apache-2.0
// The hash of a run of kGram letters: a polynomial over the letters, then mixed; bit 0 clear.
#pragma once

#include "base/mix.h"
#include "tamis/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamis::fingerprinting {

inline constexpr std::uint64_t kGramBase = 0x9E3779B97F4A7C15;  // odd: no letter is shifted out

constexpr std::uint64_t gram_power(std::uint32_t n) {
  std::uint64_t out = 1;
  while (n-- > 0) out *= kGramBase;
  return out;
}

// Of all runs, one after the other: the polynomial rolls.
inline void gram_hashes(std::u16string_view letters, std::uint64_t* out) {
  constexpr std::uint64_t kLeaving = gram_power(kGram);
  if (letters.size() < kGram) return;
  std::uint64_t rolling = 0;
  for (std::size_t i = 0; i + 1 < kGram; ++i) rolling = rolling * kGramBase + letters[i] + 1;
  for (std::size_t i = 0; i + kGram <= letters.size(); ++i) {
    rolling = rolling * kGramBase + letters[i + kGram - 1] + 1;
    if (i > 0) rolling -= (std::uint64_t{letters[i - 1]} + 1) * kLeaving;
    out[i] = base::hash_word(rolling) & ~std::uint64_t{1};
  }
}

}  // namespace tamis::fingerprinting
