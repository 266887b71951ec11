// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <cstring>

namespace tamis::base {

namespace {

// Length of the well-formed sequence at `at`, 0 when there is none. `cut`: set when the text ends
// inside a sequence that is well-formed so far (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t at, bool& cut) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  } else {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) {
      cut = true;
      return 0;
    }
    if (i == 1 ? byte(1) < low || byte(1) > high : !is_continuation(text[at + i])) return 0;
  }
  return length;
}

// Bytes below 0x80 from `at` on, as far as whole words of eight go.
std::size_t ascii_run(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  std::size_t end = at;
  while (end + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + end, 8);
    if (word & kHigh) break;
    end += 8;
  }
  return end - at;
}

bool plain_triple(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return byte(0) > 0xE0 && byte(0) < 0xED && is_continuation(text[at + 1]) &&
         is_continuation(text[at + 2]);
}

bool is_closing_mark(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case U'”':
    case U'’':
    case U'»':
    case U'」':
    case U'』':
    case U'】':
    case U'）':
    case U'》':
    case U'〉':
    case U'］':
    case U'＂': return true;
    default: return false;
  }
}

bool is_terminal_mark(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case ';':
    case ':':
    case U'。':
    case U'！':
    case U'？':
    case U'；':
    case U'：':
    case U'…':
    case U'．':
    case U'｡':
    case U'‥':
    case U'؟':
    case U'।':
    case U'۔': return true;
    default: return false;
  }
}

}  // namespace

char32_t next_code_point_checked(std::string_view text, std::size_t& at) {
  bool cut = false;
  const std::size_t length = sequence_length(text, at, cut);
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  char32_t c = kReplacement;
  switch (length) {
    case 1: c = byte(0); break;
    case 2: c = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F); break;
    case 3: c = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F); break;
    case 4:
      c = (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
          (byte(3) & 0x3F);
      break;
    default: break;
  }
  at += length == 0 ? 1 : length;
  return c;
}

namespace beyond_ascii {

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    if (is_between(c, 0xD800, 0xDFFF)) return append_utf8(out, kReplacement);
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c <= 0x10FFFF) {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    append_utf8(out, kReplacement);
  }
}

char32_t fold_width(char32_t c) {
  if (is_between(c, 0xFF01, 0xFF5E)) return c - 0xFEE0;
  return c == 0x3000 ? U' ' : c;
}

char32_t fold_case(char32_t c) {
  if (c > 0x42F) return c;
  if (is_between(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (is_between(c, 0x100, 0x137) || is_between(c, 0x14A, 0x177)) return c | 1;
  if (is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17E)) return (c & 1) ? c + 1 : c;
  if (is_between(c, 0x391, 0x3A9) && c != 0x3A2) return c + 32;
  if (is_between(c, 0x410, 0x42F)) return c + 32;
  if (is_between(c, 0x400, 0x40F)) return c + 80;
  return c;
}

bool is_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || is_between(c, 0x2000, 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_cjk(char32_t c) {
  return is_han(c) || is_between(c, 0x3041, 0x30FF) || is_between(c, 0x31F0, 0x31FF) ||
         is_between(c, 0xAC00, 0xD7A3) || is_between(c, 0x1100, 0x11FF) ||
         is_between(c, 0x3130, 0x318F) || is_between(c, 0xFF66, 0xFF9F);
}

bool is_punctuation(char32_t c) {
  return c == 0xA1 || c == 0xAB || c == 0xBB || c == 0xBF || c == 0xB7 ||
         is_between(c, 0x2010, 0x2027) || is_between(c, 0x2030, 0x205E) ||
         (is_between(c, 0x3001, 0x3003)) || is_between(c, 0x3008, 0x301F) || c == 0x30FB ||
         is_between(c, 0xFF01, 0xFF0F) || is_between(c, 0xFF1A, 0xFF20) ||
         is_between(c, 0xFF3B, 0xFF40) || is_between(c, 0xFF5B, 0xFF65) ||
         is_between(c, 0xFE30, 0xFE6B) || c == 0x0964 || c == 0x06D4 || c == 0x061F ||
         c == 0x060C || c == 0x061B;
}

bool is_letter_or_digit(char32_t c) {
  if (is_space(c) || is_punctuation(c) || is_between(c, 0x80, 0xBF))
    return c == 0xAA || c == 0xB5 || c == 0xBA;
  return !(c == 0xD7 || c == 0xF7 || is_between(c, 0x2060, 0x206F) ||
           is_between(c, 0x20A0, 0x20CF) || is_between(c, 0x2100, 0x2BFF) ||
           is_between(c, 0x3004, 0x3004) || is_between(c, 0x3012, 0x3020) ||
           is_between(c, 0x3200, 0x33FF) || is_between(c, 0xE000, 0xF8FF) ||
           is_between(c, 0xFE00, 0xFE0F) || is_between(c, 0xFFE0, 0xFFFF) ||
           is_between(c, 0x1F000, 0x1FAFF));
}

}  // namespace beyond_ascii

bool valid_utf8(std::string_view text, bool cut_tail) {
  for (std::size_t at = 0; at < text.size();) {
    at += ascii_run(text, at);
    // Three bytes of the planes where no second byte is special: most of CJK.
    while (at + 2 < text.size() && plain_triple(text, at)) at += 3;
    if (at >= text.size()) break;
    bool cut = false;
    const std::size_t length = sequence_length(text, at, cut);
    if (length == 0) return cut && cut_tail;
    at += length;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += !is_continuation(c);
  return count;
}

namespace {
template <class Fold>
std::string map_text(std::string_view text, Fold fold) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(out, fold(next_code_point(text, at)));
  return out;
}
}  // namespace

std::string fold_width(std::string_view text) {
  return map_text(text, [](char32_t c) { return fold_width(c); });
}

std::string fold_case(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  for (; at < out.size() && static_cast<unsigned char>(out[at]) < 0x80; ++at)
    if (is_between(static_cast<char32_t>(out[at]), 'A', 'Z'))
      out[at] = static_cast<char>(out[at] + 32);
  if (at == out.size()) return out;
  out.resize(at);
  while (at < text.size()) append_utf8(out, fold_case(next_code_point(text, at)));
  return out;
}

bool is_han(char32_t c) {
  return is_between(c, 0x4E00, 0x9FFF) || is_between(c, 0x3400, 0x4DBF) ||
         is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x323AF) ||
         is_between(c, 0x3005, 0x3007);
}

bool is_digit(char32_t c) {
  return is_between(c, '0', '9') || is_between(c, 0xFF10, 0xFF19);
}

bool ends_sentence(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t start = code_point_begin(text, end - 1);
    std::size_t at = start;
    const char32_t c = next_code_point(text, at);
    if (is_terminal_mark(c)) return true;
    if (!is_closing_mark(c) && !is_space(c)) return false;
    end = start;
  }
  return false;
}

bool asks_or_exclaims(std::string_view text) {
  return text.ends_with('?') || text.ends_with('!') || text.ends_with("？") || text.ends_with("！");
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto lead = static_cast<unsigned char>(text[at]);
    const char32_t c = lead < 0x80 ? (++at, lead) : next_code_point(text, at);
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = 0;
    if (!is_space(next_code_point(text, at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    const std::size_t start = code_point_begin(text, text.size() - 1);
    std::size_t at = start;
    if (!is_space(next_code_point(text, at))) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

}  // namespace tamis::base
