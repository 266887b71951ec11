// SPDX-License-Identifier: Apache-2.0
// Which two bytes a character has in GBK and Big5, both ways: repairs go back to the bytes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace tamis::repairing {

class ByteTable {
 public:
  // The character's bytes, lead << 8 | trail; a byte below 0x100 stands alone; 0: it has none.
  std::uint16_t bytes_of(char32_t c) const { return c < 0x10000 ? bytes_[c] : 0; }
  // The character of two bytes; 0: there is none.
  char32_t character_of(unsigned lead, unsigned trail) const {
    return lead < 0x81 || lead > 0xFE || trail > 0xFF ? 0 : characters_[lead << 8 | trail];
  }
  // False: the charset itself has no such pair, whatever a later edition or private use makes of
  // it.
  bool is_core(unsigned lead, unsigned trail) const { return core_[lead << 8 | trail]; }

 private:
  friend const ByteTable& gbk();
  friend const ByteTable& big5();
  ByteTable() : bytes_(0x10000), characters_(0x10000), core_(0x10000) {}
  void fill(const char* charset);
  void add(unsigned lead, unsigned trail, char32_t c);
  std::vector<std::uint16_t> bytes_;
  std::vector<char16_t> characters_;
  std::vector<bool> core_;
};

// Code page 936 with its private use (AAA1-AFFE, F8A1-FEFE, A140-A7A0), then what GB18030 adds.
const ByteTable& gbk();
// Code page 950, then what HKSCS adds.
const ByteTable& big5();

// The byte of a character read as windows-1252 or Latin-1, which agree but for 0x80-0x9F: both
// readings of those are taken. -1: it has none.
int latin_byte(char32_t c);

}  // namespace tamis::repairing
