// SPDX-License-Identifier: Apache-2.0
#include "repair/byte_reading.h"

#include "base/utf8.h"
#include "repair/byte_table.h"

namespace tamis::repairing {

namespace {

constexpr std::string_view kMark = "\xEF\xBF\xBD";

std::size_t length_of(Unit lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_tail(Unit unit) {
  return unit >= 0x80 && unit <= 0xBF;
}

// How many units of the sequence at `at` fit together; all of them: it is whole.
std::size_t fitting(const Units& units, std::size_t at, std::size_t length) {
  std::size_t n = 1;
  while (n < length && at + n < units.size() && is_tail(units[at + n])) ++n;
  return n;
}

char32_t decoded(const Units& units, std::size_t at, std::size_t length) {
  char32_t c = units[at] & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (units[at + i] & 0x3Fu);
  const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  const bool invalid = (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF;
  return overlong || invalid ? 0 : c;
}

// Marks a lost stretch once.
void lose(Reading& reading, bool& losing) {
  if (!losing) {
    reading.text += kMark;
    ++reading.lost;
  }
  losing = true;
}

}  // namespace

Reading read_utf8(const Units& units) {
  Reading reading;
  bool losing = false;  // the last thing written is the mark of a stretch that may go on
  for (std::size_t at = 0; at < units.size();) {
    const Unit unit = units[at];
    if (unit < 0x80) {
      reading.text += static_cast<char>(unit);
      losing = false;
      ++at;
      continue;
    }
    const std::size_t length = unit == kHole ? 0 : length_of(unit);
    const std::size_t fit = length == 0 ? 1 : fitting(units, at, length);
    const char32_t c = fit == length ? decoded(units, at, length) : 0;
    if (c != 0) {
      base::append_utf8(reading.text, c);
      ++reading.good;
      reading.wide += length > 2;
      losing = false;
    } else {
      const bool at_end = at + fit == units.size();
      const bool before_hole = !at_end && units[at + fit] == kHole;
      const bool broken_off = length > fit && (at_end || before_hole);
      if (broken_off && at_end) reading.cut = true;
      if (unit != kHole && !broken_off && !losing) ++reading.bad;
      lose(reading, losing);
    }
    at += fit;
  }
  return reading;
}

Reading read_gbk(const Units& units) {
  Reading reading;
  bool losing = false;
  for (std::size_t at = 0; at < units.size();) {
    const Unit unit = units[at];
    const bool pair = at + 1 < units.size() && unit > 0x80 && unit != kHole;
    const char32_t c = pair ? gbk().character_of(unit, units[at + 1]) : unit < 0x80 ? unit : 0;
    if (c == 0 || (c >= 0xE000 && c <= 0xF8FF)) {
      if (unit != kHole) ++reading.bad;
      lose(reading, losing);
      at += pair && c != 0 ? 2 : 1;
      continue;
    }
    base::append_utf8(reading.text, c);
    reading.good += pair;
    losing = false;
    at += pair ? 2 : 1;
  }
  return reading;
}

}  // namespace tamis::repairing
