// SPDX-License-Identifier: Apache-2.0
// Numbers, dates and clock times of a text, whatever they are written with, in one form.
#pragma once

#include "fingerprint/canon_tables.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::fingerprinting {

// Letters to append: "1月3日" is two numbers and two letters.
struct ReadPart {
  std::u16string letters;
  bool number = false;
  bool spelled = false;
};

struct ReadNumber {
  std::vector<ReadPart> parts;  // empty: what stands there begins no number
  std::size_t end = 0;          // byte behind it
};

// Reads the number that begins at byte `at` (a digit or a numeral). Looks at most 64 characters
// ahead; longer runs of digits are cut there, in every text alike.
ReadNumber read_number(std::string_view utf8, std::size_t at, const Canon::Tables& tables);

}  // namespace tamis::fingerprinting
