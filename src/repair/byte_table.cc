// SPDX-License-Identifier: Apache-2.0
#include "repair/byte_table.h"

#include "base/iconv.h"
#include "base/utf8.h"

#include <string_view>

namespace tamis::repairing {

namespace {

// The character that code page 936 gives its user-defined pairs; 0 for all others.
char32_t private_use(unsigned lead, unsigned trail) {
  if (lead >= 0xAA && lead <= 0xAF && trail >= 0xA1 && trail < 0xFF) {
    return 0xE000 + (lead - 0xAA) * 94 + trail - 0xA1;
  }
  if (lead >= 0xF8 && lead <= 0xFE && trail >= 0xA1 && trail < 0xFF) {
    return 0xE234 + (lead - 0xF8) * 94 + trail - 0xA1;
  }
  if (lead >= 0xA1 && lead <= 0xA7 && trail >= 0x40 && trail < 0xA1 && trail != 0x7F) {
    return 0xE4C6 + (lead - 0xA1) * 96 + trail - 0x40 - (trail > 0x7F ? 1 : 0);
  }
  return 0;
}

// What windows-1252 has at 0x80-0x9F; 0: nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

}  // namespace

void ByteTable::add(unsigned lead, unsigned trail, char32_t c) {
  const unsigned pair = lead << 8 | trail;
  if (c == 0 || c > 0xFFFF || c == base::kReplacement) return;
  if (characters_[pair] == 0) characters_[pair] = static_cast<char16_t>(c);
  if (bytes_[c] == 0) bytes_[c] = static_cast<std::uint16_t>(pair);
}

void ByteTable::fill(const char* charset) {
  base::Iconv converter("UTF-8", charset);
  if (!converter.open()) return;
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
    for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
      const std::array<char, 2> pair = {static_cast<char>(lead), static_cast<char>(trail)};
      std::array<char, 16> utf8;
      const char* input = pair.data();
      char* output = utf8.data();
      std::size_t left = pair.size(), room = utf8.size();
      converter.reset();
      if (converter.convert(&input, &left, &output, &room) != 0 || left != 0) continue;
      const std::string_view text(utf8.data(), utf8.size() - room);
      std::size_t at = 0;
      const char32_t c = text.empty() ? 0 : base::next_code_point(text, at);
      if (at == text.size()) add(lead, trail, c);
    }
  }
}

const ByteTable& gbk() {
  static const ByteTable kTable = [] {
    ByteTable table;
    table.fill("CP936");
    for (unsigned pair = 0; pair < 0x10000; ++pair)
      table.core_[pair] = table.characters_[pair] != 0;
    for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
      for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
        table.add(lead, trail, private_use(lead, trail));
      }
    }
    table.fill("GB18030");
    table.bytes_[0x20AC] = 0x80;  // as code page 936 and browsers have it
    return table;
  }();
  return kTable;
}

const ByteTable& big5() {
  static const ByteTable kTable = [] {
    ByteTable table;
    table.fill("CP950");
    table.fill("BIG5-HKSCS");
    return table;
  }();
  return kTable;
}

int latin_byte(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  if (c > 0x2122) return -1;
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == c) return static_cast<int>(0x80 + i);
  }
  return -1;
}

}  // namespace tamis::repairing
