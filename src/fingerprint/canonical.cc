// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "tamis/fingerprint.h"

#include <array>
#include <cstddef>

namespace tamis {

namespace {

// What an ASCII byte becomes; 0: it goes.
constexpr std::array<char, 128> kAscii = [] {
  std::array<char, 128> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (unsigned char c = 'a'; c <= 'z'; ++c) {
    table[c] = table[c - 32u] = static_cast<char>(c);
  }
  return table;
}();

// A Han character of the main block, U+4E00 to U+9FFF: the bulk of the text, and never changed.
bool common_han(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  return (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80 &&
         (byte(0) == 0xE4 ? byte(1) >= 0xB8 : byte(0) >= 0xE5 && byte(0) <= 0xE9);
}

}  // namespace

std::string canonical(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    if (lead < 0x80) {
      if (kAscii[lead] != 0) out += kAscii[lead];
      ++at;
    } else if (common_han(utf8, at)) {
      out.append(utf8, at, 3);
      at += 3;
    } else {
      const char32_t c = base::fold_case(base::fold_width(base::next_code_point(utf8, at)));
      if (base::is_letter_or_digit(c)) base::append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace tamis
