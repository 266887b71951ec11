// SPDX-License-Identifier: Apache-2.0
#include "assemble/date_tokens.h"

#include "base/utf8.h"

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxTokens = 600;

int digit_value(char32_t c) {
  for (char32_t zero : {U'0', U'０', U'٠', U'۰', U'०'})
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  return -1;
}

int han_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (c == U'零' || c == U'○') return 0;
  const std::size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

// 二〇二二 or 十六, 二十一, 三十; moves `at` past it. digits 0: no numeral in front of 年 月 日.
DateToken han_number(std::string_view text, std::size_t at) {
  DateToken token;
  token.begin = at;
  int tens = 0, ones = -1, digits = 0;
  bool ten = false;
  while (at < text.size() && digits < 5) {
    std::size_t next = at;
    const char32_t c = base::next_code_point(text, next);
    const int digit = han_digit(c);
    if (c == U'十' && !ten) {
      tens = ones < 0 ? 1 : ones;
      ones = -1;
      ten = true;
    } else if (digit >= 0) {
      ones = ones < 0 ? digit : ones * 10 + digit;
    } else if (digits > 0 && (c == U'年' || c == U'月' || c == U'日' || c == U'号')) {
      token.kind = DateToken::Kind::kNumber;
      token.value = ten ? tens * 10 + (ones < 0 ? 0 : ones) : ones;
      token.digits = ten ? 2 : digits;
      token.end = at;
      return token;
    } else {
      break;
    }
    ++digits;
    at = next;
  }
  token.digits = 0;
  return token;
}

bool word_character(char32_t c) {
  return !base::is_cjk(c) && digit_value(c) < 0 && base::is_letter_or_digit(c);
}

bool upper(char32_t c) {
  return base::fold_case(c) != c;
}

bool lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : word_character(c) && !upper(c);
}

// A run of digits or of letters from `at`, of which `c` is the first.
DateToken run(std::string_view text, std::size_t& at, std::size_t begin, char32_t c) {
  DateToken token;
  token.begin = begin;
  token.kind = digit_value(c) >= 0 ? DateToken::Kind::kNumber : DateToken::Kind::kWord;
  const bool number = token.kind == DateToken::Kind::kNumber;
  if (number) {
    token.value = digit_value(c);
    token.digits = 1;
  }
  char32_t before = c;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t n = base::next_code_point(text, next);
    const int digit = digit_value(n);
    // Inline markup glues words: "Jane DoeDec 22", "ESPNDec 22".
    if (!number && upper(n)) {
      std::size_t behind = next;
      const bool ends = behind >= text.size() || !lower(base::next_code_point(text, behind));
      if (lower(before) || !ends) break;
    }
    before = n;
    // Combining marks of Indic and Arabic words are no letters of their own.
    const bool combining = (n >= 0x300 && n < 0x370) || (n >= 0x64B && n < 0x660) ||
                           (n >= 0x93A && n < 0x950) || (n >= 0xE31 && n < 0xE4F);
    if (number ? digit < 0 : !(word_character(n) || combining)) break;
    if (number) {
      if (token.digits < 18) token.value = token.value * 10 + digit;
      ++token.digits;
    }
    at = next;
  }
  token.end = at;
  return token;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool space = false;
  for (std::size_t at = 0; at < text.size() && tokens.size() < kMaxTokens;) {
    const std::size_t begin = at;
    const char32_t c = base::next_code_point(text, at);
    if (base::is_space(c)) {
      space = true;
      continue;
    }
    DateToken token;
    if (digit_value(c) >= 0 || word_character(c)) {
      token = run(text, at, begin, c);
    } else if (han_digit(c) >= 0 || c == U'十') {
      token = han_number(text, begin);
      if (token.digits > 0) at = token.end;
    }
    if (token.end == 0)
      token = {DateToken::Kind::kMark, 0, 0, base::fold_width(c), begin, at, false};
    token.space_before = space;
    space = false;
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace tamis::assembly
