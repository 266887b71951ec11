// SPDX-License-Identifier: Apache-2.0
// A line as dates see it: numbers, words and single marks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tamis::assembly {

struct DateToken {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  std::int64_t value = 0;  // kNumber
  int digits = 0;          // kNumber: how many were written
  char32_t mark = 0;       // kMark: the character, full-width folded
  std::size_t begin = 0, end = 0;
  bool space_before = false;

  bool is(char32_t c) const { return kind == Kind::kMark && mark == c; }
  bool number(int least, int most) const {
    return kind == Kind::kNumber && digits >= least && digits <= most;
  }
};

// Digits of any script we meet (ASCII, full-width, Arabic, Persian, Devanagari) and Chinese
// numerals in front of 年 月 日 are numbers; CJK characters are marks of their own. No more than
// the first 600 tokens.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace tamis::assembly
