// SPDX-License-Identifier: Apache-2.0
#include "assemble/date_grammar.h"

#include "base/utf8.h"

namespace tamis::assembly {
namespace {

// Separators that may part year, month and day.
constexpr std::u32string_view kSeparators = U"-/.–‐‑";
constexpr std::int64_t kLastShortYear = 40;  // 40 is 2040, 41 no year
constexpr std::size_t kClock = 8;            // tokens of a time with its meridiem

}  // namespace

DateGrammar::DateGrammar(const DateReader& reader, std::string_view text, DayOrder order,
                         bool compact, YearDigits digits)
    : reader_(reader),
      text_(text),
      order_(order),
      compact_(compact),
      digits_(digits),
      tokens_(date_tokens(text)) {}

bool DateGrammar::is_any(std::size_t at, std::u32string_view marks) const {
  return at < tokens_.size() && tokens_[at].kind == Token::Kind::kMark &&
         marks.find(tokens_[at].mark) != std::u32string_view::npos;
}

std::string_view DateGrammar::text_of(std::size_t at) const {
  const Token* token = get(at);
  return token ? text_.substr(token->begin, token->end - token->begin) : std::string_view{};
}

const DateWord* DateGrammar::word(std::size_t at) const {
  const Token* token = get(at);
  return token && token->kind == Token::Kind::kWord ? reader_.word(text_of(at)) : nullptr;
}

int DateGrammar::month(std::size_t at) const {
  const DateWord* meaning = word(at);
  return meaning ? meaning->month : 0;
}

std::optional<DateSpan> DateGrammar::span(std::int64_t year, std::int64_t month, std::int64_t day,
                                          std::size_t first, std::size_t last) const {
  if (year > 2400 && year < 2700) year -= 543;  // the Buddhist era of Thai pages
  DateSpan out;
  if (year > kLastYear || month > 12 || day > 31) return std::nullopt;
  out.moment.year = static_cast<int>(year);
  out.moment.month = static_cast<int>(month);
  out.moment.day = static_cast<int>(day);
  if (!plausible(out.moment)) return std::nullopt;
  out.first = first;
  out.last = last;
  return out;
}

// Marks and words inside a date written with a month's name.
std::size_t DateGrammar::skip_inside(std::size_t at) const {
  for (int n = 0; n < 3; ++n) {
    const DateWord* meaning = word(at);
    const bool pass =
        is_any(at, U".,،-/’'º°") || (meaning && meaning->filler && meaning->month == 0);
    if (!pass) break;
    ++at;
  }
  return at;
}

// The year written at the end of a date; 0 for none.
std::int64_t DateGrammar::year_of(std::size_t at) const {
  if (number(at, 4, 4)) return tokens_[at].value;
  if (digits_ != YearDigits::kTwo || !number(at, 2, 2)) return 0;
  const std::int64_t year = tokens_[at].value;
  if (year >= kFirstYear % 100) return 1900 + year;
  return year <= kLastShortYear ? 2000 + year : 0;
}

// "5:30 PM" stands behind.
bool DateGrammar::meridiem_behind(std::size_t at) const {
  bool am = false, pm = false;
  for (std::size_t n = skip_connectors(at); n < at + kClock && n < tokens_.size(); ++n)
    if (tokens_[n].kind == Token::Kind::kWord && meridiem(n, am, pm) > 0) return true;
  return false;
}

std::optional<Moment> DateGrammar::issue_at(std::size_t at) const {
  if (!number(at, 4, 4) || !is(at + 1, U'年') || !number(at + 2, 1, 2) || !is(at + 3, U'月') ||
      !is_any(at + 4, U"号號刊"))
    return std::nullopt;
  Moment month;
  month.year = static_cast<int>(tokens_[at].value);
  month.month = static_cast<int>(tokens_[at + 2].value);
  month.day = 1;
  if (!plausible(month)) return std::nullopt;
  month.day = 0;
  return month;
}

std::optional<DateSpan> DateGrammar::year_first(std::size_t at) const {
  if (!number(at, 4, 4)) return std::nullopt;
  const std::int64_t year = tokens_[at].value;
  if (is_any(at + 1, U"年년") && number(at + 2, 1, 2) && is_any(at + 3, U"月월") &&
      number(at + 4, 1, 2)) {
    const std::size_t last = is_any(at + 5, U"日号號일") ? at + 6 : at + 5;
    return span(year, tokens_[at + 2].value, tokens_[at + 4].value, at, last);
  }
  if (is_any(at + 1, kSeparators) && number(at + 2, 1, 2) && is(at + 3, tokens_[at + 1].mark) &&
      number(at + 4, 1, 2))
    return span(year, tokens_[at + 2].value, tokens_[at + 4].value, at, at + 5);
  const std::size_t name = is_any(at + 1, U".-/ ") ? at + 2 : at + 1;
  if (const int m = month(name); m > 0) {
    const std::size_t day = is_any(name + 1, U".-/") ? name + 2 : name + 1;
    if (number(day, 1, 2)) return span(year, m, tokens_[day].value, at, day + 1);
  }
  return std::nullopt;
}

std::optional<DateSpan> DateGrammar::year_last(std::size_t at) const {
  if (!number(at, 1, 2) || !is_any(at + 1, kSeparators) || !number(at + 2, 1, 2) ||
      !is(at + 3, tokens_[at + 1].mark) || year_of(at + 4) == 0)
    return std::nullopt;
  std::int64_t day = tokens_[at].value, month = tokens_[at + 2].value;
  const bool dots = tokens_[at + 1].mark == U'.';
  const bool month_first = !dots && (day <= 12 && month > 12);
  const bool certain = dots || day > 12 || month > 12 || day == month;
  // Who writes "PM" in numbers alone writes the month first.
  const bool american =
      order_ == DayOrder::kMonthFirst || (order_ == DayOrder::kUnknown && meridiem_behind(at + 5));
  if (!certain && !american && order_ == DayOrder::kUnknown) return std::nullopt;
  if (month_first || (!certain && american)) std::swap(day, month);
  return span(year_of(at + 4), month, day, at, at + 5);
}

std::optional<DateSpan> DateGrammar::day_month_name(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  const std::size_t name = skip_inside(at + 1);
  const int m = month(name);
  if (m == 0) return std::nullopt;
  const std::size_t year = skip_inside(name + 1);
  if (!number(year, 4, 4)) return std::nullopt;
  return span(tokens_[year].value, m, tokens_[at].value, at, year + 1);
}

std::optional<DateSpan> DateGrammar::month_name_first(std::size_t at) const {
  const int m = month(at);
  if (m == 0) return std::nullopt;
  const std::size_t day = is_any(at + 1, U".-") ? at + 2 : at + 1;
  if (!number(day, 1, 2)) return std::nullopt;
  const std::size_t year = skip_inside(day + 1);
  if (number(year, 4, 4)) return span(tokens_[year].value, m, tokens_[day].value, at, year + 1);
  // ctime: Nov 16 16:07:00 CST 2022
  if (const std::optional<Time> time = time_at(day + 1)) {
    std::size_t after = time->last;
    if (get(after) && get(after)->kind == Token::Kind::kWord) ++after;
    if (!number(after, 4, 4)) return std::nullopt;
    std::optional<DateSpan> out = span(tokens_[after].value, m, tokens_[day].value, at, after + 1);
    if (!out) return out;
    out->moment.hour = time->hour;
    out->moment.minute = time->minute;
    out->moment.second = time->second;
    out->moment.zone = time->zone;
    return out;
  }
  return std::nullopt;
}

// 16 tháng 11 năm 2022, 16 tháng 11, 2022
std::optional<DateSpan> DateGrammar::vietnamese(std::size_t at) const {
  if (!number(at, 1, 2) || base::fold_case(text_of(at + 1)) != "tháng" || !number(at + 2, 1, 2))
    return std::nullopt;
  const bool year_word = is_any(at + 3, U",-/") || text_of(at + 3) == "năm";
  if (!year_word || !number(at + 4, 4, 4)) return std::nullopt;
  return span(tokens_[at + 4].value, tokens_[at + 2].value, tokens_[at].value, at, at + 5);
}

std::optional<DateSpan> DateGrammar::compact(std::size_t at) const {
  const Token* token = get(at);
  if (!compact_ || token == nullptr || token->kind != Token::Kind::kNumber) return std::nullopt;
  const std::int64_t v = token->value;
  if (token->digits == 8) return span(v / 10000, v / 100 % 100, v % 100, at, at + 1);
  if (token->digits == 12 || token->digits == 14) {
    const std::int64_t minutes = token->digits == 14 ? v / 100 : v;
    std::optional<DateSpan> out =
        span(minutes / 100000000, minutes / 1000000 % 100, minutes / 10000 % 100, at, at + 1);
    if (!out || minutes / 100 % 100 > 23 || minutes % 100 > 59) return out;
    out->moment.hour = static_cast<int>(minutes / 100 % 100);
    out->moment.minute = static_cast<int>(minutes % 100);
    if (token->digits == 14 && v % 100 < 60) out->moment.second = static_cast<int>(v % 100);
    return out;
  }
  const bool milliseconds = token->digits == 13;
  if ((token->digits == 10 || milliseconds) && tokens_.size() == 1) {
    const Moment moment = from_epoch(milliseconds ? v / 1000 : v);
    if (plausible(moment)) return DateSpan{moment, at, at + 1};
  }
  return std::nullopt;
}

std::optional<DateSpan> DateGrammar::day_at(std::size_t at) const {
  // Not the middle of a version, an amount or an identifier ("1.2022.11.16", "v2022-1-1").
  if (at > 0 && number(at, 1, 4) && !tokens_[at].space_before) {
    if (tokens_[at - 1].kind == Token::Kind::kWord && !month(at - 1) && !word(at - 1)) {
      const bool latin = static_cast<unsigned char>(text_of(at - 1).back()) < 0x80;
      if (latin && text_of(at - 1) != "t") return std::nullopt;
    }
    if (is_any(at - 1, U"./") && number(at - 2, 1, 18)) return std::nullopt;
  }
  for (auto form :
       {&DateGrammar::year_first, &DateGrammar::year_last, &DateGrammar::day_month_name,
        &DateGrammar::month_name_first, &DateGrammar::vietnamese, &DateGrammar::compact})
    if (std::optional<DateSpan> out = (this->*form)(at)) return out;
  return std::nullopt;
}

std::optional<DateSpan> DateGrammar::date_at(std::size_t at) const {
  if (std::optional<DateSpan> out = day_at(at)) {
    if (!out->moment.has_time()) add_time(*out);
    return out;
  }
  // "16:07, 16 November 2022"
  const std::optional<Time> time = time_at(at);
  if (!time) return std::nullopt;
  std::optional<DateSpan> out = day_at(skip_connectors(time->last));
  if (!out) return std::nullopt;
  const std::size_t first = out->first;
  add_time(*out);
  if (!out->moment.has_time()) {
    out->first = at;
    out->moment.hour = time->hour;
    out->moment.minute = time->minute;
    out->moment.second = time->second;
    out->moment.zone = time->zone;
  } else {
    out->first = first;
  }
  return out;
}

FoundDate DateGrammar::found(const DateSpan& span) const {
  return {span.moment, tokens_[span.first].begin, tokens_[span.last - 1].end};
}

}  // namespace tamis::assembly
