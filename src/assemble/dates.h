// SPDX-License-Identifier: Apache-2.0
// DateReader: dates in a line of text, in the forms of news pages of many languages.
//
// ISO 8601, RFC 5322 and ctime; 2022年11月16日 16时07分; 16.11.2022; 16 November 2022; Nov. 16,
// 2022, 4:07 p.m.; month names from rules/dates.tsv. A date without a year is none, nor is a
// relative one ("9个月前"), nor 03/04/2022 where nothing tells the order.
#pragma once

#include "assemble/moment.h"
#include "assemble/word_table.h"
#include "tamis/rules.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tamis::assembly {

struct FoundDate {
  Moment moment;
  std::size_t begin = 0, end = 0;  // bytes of the line, time and zone included
};

// How numbers before a year stand (16/11/2022). Full stops always mean day first.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

// How many digits a year has: 16/11/22 is a date beside an article only.
enum class YearDigits { kFour, kTwo };

// What a word of rules/dates.tsv means.
struct DateWord {
  bool filler = false, am = false, pm = false;
  std::int8_t month = 0;  // 1-12
  int zone = kNoZone;
};

// Immutable; any thread. Refers to the rules it was made from.
class DateReader {
 public:
  explicit DateReader(const Rules& rules);

  // The dates of a line, left to right; at most 8.
  std::vector<FoundDate> find_all(std::string_view text, DayOrder order,
                                  YearDigits digits = YearDigits::kFour) const;

  // The month of a magazine's issue, day 0: "1998年3月号".
  std::optional<Moment> issue(std::string_view text) const;

  // A machine's value (meta, JSON-LD, datetime): also 20221116, 20221116160700 and seconds or
  // milliseconds since 1970. None when the value is no plausible date.
  std::optional<Moment> read_value(std::string_view value, DayOrder order) const;

  // What a word (case does not count) means in a date; null: nothing.
  const DateWord* word(std::string_view word) const;

 private:
  WordTable<DateWord> words_;
};

}  // namespace tamis::assembly
