// SPDX-License-Identifier: Apache-2.0
// One pass over a text that counts the signs of damage and notes where a repair might have work. It
// runs on every page, so it passes over ASCII eight bytes at a time and looks at the rest by table.
#pragma once

#include "tamis/repair.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace tamis::repairing {

// Stretches between ASCII of nothing but characters whose bytes are two-byte UTF-8: signs, letters
// with marks, Greek, Cyrillic or Arabic read as GBK or Big5. Many are frequent characters, so alone
// they prove nothing.
struct Letters {
  std::vector<std::uint32_t> at;
  std::uint64_t count = 0;  // characters in them; those that stand as a letter or sign count twice
};

struct Census {
  DamageSigns signs;
  std::uint64_t han = 0, latin = 0;  // Han; letters U+00C0-00FF
  // Offsets where characters stand together that only a wrong decoding puts there: the first two
  // bytes of UTF-8 as one character of GBK or Big5, a lead byte and a continuation byte as Latin
  // letters, four Latin letters with marks in a row.
  std::vector<std::uint32_t> as_gbk, as_big5, as_latin1, gbk_as_latin1;
  Letters letters_as_gbk, letters_as_big5;
  std::uint64_t readings = 0;  // a letter with a tone mark, then ASCII letters and ")"
};

Census take_census(std::string_view text);

// `sign`, of Latin-1, would stand at [begin, end) of the text; what does, a Han character, would
// not: "30掳C", "2880脳1920", "all about聽it" read as GBK.
bool stands_as_sign(char32_t sign, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace tamis::repairing
