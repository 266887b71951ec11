// SPDX-License-Identifier: Apache-2.0
// UTF-8 by hand: iterate, append, fold, classify. Input of the iterating functions is valid UTF-8
// (decode's promise) but nothing here reads past the end on input that is not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::base {

inline constexpr char32_t kReplacement = 0xFFFD;

// The general case of next_code_point.
char32_t next_code_point_checked(std::string_view text, std::size_t& at);

// Reads one code point at `at` and moves past it; a bad byte is kReplacement and one step.
// REQUIRES: at < text.size(). In line: ASCII and most of CJK cost a few instructions.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return ++at, lead;
  if (lead > 0xE0 && lead < 0xED && at + 2 < text.size() && (byte(1) & 0xC0) == 0x80 &&
      (byte(2) & 0xC0) == 0x80) {
    const char32_t c = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    at += 3;
    return c;
  }
  return next_code_point_checked(text, at);
}

// A byte within a code point, not its first.
inline bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Where the code point begins that the byte `at` belongs to; at == text.size(): there.
inline std::size_t code_point_begin(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

// The functions below for what is not ASCII, which they answer in line.
namespace beyond_ascii {
void append_utf8(std::string& out, char32_t c);
char32_t fold_width(char32_t c);
char32_t fold_case(char32_t c);
bool is_space(char32_t c);
bool is_cjk(char32_t c);
bool is_letter_or_digit(char32_t c);
bool is_punctuation(char32_t c);
}  // namespace beyond_ascii

inline bool is_between(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

// A surrogate, or what is past U+10FFFF: kReplacement.
inline void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else {
    beyond_ascii::append_utf8(out, c);
  }
}

// True when every byte belongs to a well-formed sequence. `cut_tail`: a sequence cut by the end of
// the text is accepted.
bool valid_utf8(std::string_view text, bool cut_tail = false);

std::size_t count_code_points(std::string_view text);

// U+FF01-FF5E to ASCII and U+3000 to a space; everything else as it is.
inline char32_t fold_width(char32_t c) {
  return c < 0x80 ? c : beyond_ascii::fold_width(c);
}
std::string fold_width(std::string_view text);

// ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic capitals to small letters.
inline char32_t fold_case(char32_t c) {
  if (c >= 0x80) return beyond_ascii::fold_case(c);
  return is_between(c, 'A', 'Z') ? c + 32 : c;
}
std::string fold_case(std::string_view text);

// ASCII, NBSP, U+2000-200B, U+3000, U+FEFF ...
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || is_between(c, 9, 13) : beyond_ascii::is_space(c);
}
bool is_han(char32_t c);
// Han, kana, hangul
inline bool is_cjk(char32_t c) {
  return c >= 0x80 && beyond_ascii::is_cjk(c);
}
// What is neither space, control, punctuation nor symbol.
inline bool is_letter_or_digit(char32_t c) {
  if (c >= 0x80) return beyond_ascii::is_letter_or_digit(c);
  return is_between(c | 0x20, 'a', 'z') || is_between(c, '0', '9');
}
bool is_digit(char32_t c);  // ASCII and full-width
// Clause and sentence marks, quotes, brackets; both widths.
inline bool is_punctuation(char32_t c) {
  if (c >= 0x80) return beyond_ascii::is_punctuation(c);
  return is_between(c, '!', '~') && !is_letter_or_digit(c);
}
bool ends_sentence(std::string_view text);     // last mark, closing quotes and brackets passed over
bool asks_or_exclaims(std::string_view text);  // its last character is ? or !, either width

// Runs of white space to one space, none at the ends.
std::string collapse_space(std::string_view text);
std::string_view trim(std::string_view text);  // is_space at both ends

}  // namespace tamis::base
