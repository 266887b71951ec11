// SPDX-License-Identifier: Apache-2.0
// The words of a block as small numbers, to ask what two texts share.
#pragma once

#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamis::score_detail {

inline constexpr std::size_t kWordHashes = 1 << 15;
inline constexpr std::size_t kMostWordBytes = 1500;  // read of one block

// Calls `use` with a 15-bit hash of each word of four letters or more and of each pair of CJK
// characters.
template <class Use>
void each_word(std::string_view text, const Use& use) {
  std::uint32_t word = 0, previous = 0;
  int letters = 0;
  const auto mix = [](std::uint32_t value) { return (value * 0x9E3779B1U) >> 17; };
  text = text.substr(0, kMostWordBytes);
  while (!text.empty() && base::is_continuation(text.back())) text.remove_suffix(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(text, at)));
    const bool cjk = base::is_cjk(c), letter = !cjk && base::is_letter_or_digit(c);
    if (cjk && previous != 0) use(mix(previous * 65599U + c));
    previous = cjk ? static_cast<std::uint32_t>(c) : 0;
    if (letter) {
      word = word * 65599U + static_cast<std::uint32_t>(c);
      ++letters;
    } else {
      if (letters >= 4) use(mix(word));
      word = 0;
      letters = 0;
    }
  }
  if (letters >= 4) use(mix(word));
}

}  // namespace tamis::score_detail
