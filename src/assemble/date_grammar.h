// SPDX-License-Identifier: Apache-2.0
// The forms of a date over the tokens of one line.
#pragma once

#include "assemble/date_tokens.h"
#include "assemble/dates.h"

#include <optional>
#include <string_view>
#include <vector>

namespace tamis::assembly {

// A date over the tokens [first, last).
struct DateSpan {
  Moment moment;
  std::size_t first = 0, last = 0;
};

class DateGrammar {
 public:
  // `compact`: 20221116 and seconds since 1970 are dates too.
  DateGrammar(const DateReader& reader, std::string_view text, DayOrder order, bool compact,
              YearDigits digits = YearDigits::kFour);

  std::size_t size() const { return tokens_.size(); }

  // A date that begins at token `at`, with its time before or after it.
  std::optional<DateSpan> date_at(std::size_t at) const;
  FoundDate found(const DateSpan& span) const;

  // 1998年3月号: a month, day 0.
  std::optional<Moment> issue_at(std::size_t at) const;

 private:
  using Token = DateToken;
  struct Time {
    int hour = kAbsent, minute = kAbsent, second = kAbsent, zone = kNoZone;
    std::size_t last = 0;
  };

  // Dates without their time.
  std::optional<DateSpan> day_at(std::size_t at) const;
  std::optional<DateSpan> year_first(std::size_t at) const;
  std::optional<DateSpan> year_last(std::size_t at) const;
  std::optional<DateSpan> day_month_name(std::size_t at) const;
  std::optional<DateSpan> month_name_first(std::size_t at) const;
  std::optional<DateSpan> vietnamese(std::size_t at) const;
  std::optional<DateSpan> compact(std::size_t at) const;
  std::int64_t year_of(std::size_t at) const;
  bool meridiem_behind(std::size_t at) const;
  std::optional<DateSpan> span(std::int64_t year, std::int64_t month, std::int64_t day,
                               std::size_t first, std::size_t last) const;

  std::optional<Time> time_at(std::size_t at) const;
  std::optional<Time> compact_time(std::size_t at) const;
  void minutes_and_seconds(std::size_t& at, Time& time) const;
  void meridiem_after(std::size_t& at, Time& time) const;
  void zone_after(std::size_t& at, Time& time) const;
  void offset_after(std::size_t& at, Time& time) const;
  void add_time(DateSpan& span) const;

  const Token* get(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
  bool is(std::size_t at, char32_t mark) const {
    return at < tokens_.size() && tokens_[at].is(mark);
  }
  bool is_any(std::size_t at, std::u32string_view marks) const;
  bool number(std::size_t at, int least, int most) const {
    return at < tokens_.size() && tokens_[at].number(least, most);
  }
  std::string_view text_of(std::size_t at) const;
  const DateWord* word(std::size_t at) const;
  int month(std::size_t at) const;
  std::size_t skip_connectors(std::size_t at) const;
  std::size_t skip_inside(std::size_t at) const;
  std::size_t meridiem(std::size_t at, bool& am, bool& pm) const;

  const DateReader& reader_;
  std::string_view text_;
  DayOrder order_;
  bool compact_;
  YearDigits digits_;
  std::vector<Token> tokens_;
};

}  // namespace tamis::assembly
