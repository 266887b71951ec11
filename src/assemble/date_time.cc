// SPDX-License-Identifier: Apache-2.0
// The time of day behind (or before) a date: the half of DateGrammar that reads clocks and zones.
#include "assemble/date_grammar.h"

#include <cstdlib>

namespace tamis::assembly {
namespace {

constexpr int kMaxConnectors = 8;
constexpr int kMaxZone = 14 * 60;

}  // namespace

// What may stand between a date and its time: commas, dashes, weekdays in brackets, "at", "kl".
std::size_t DateGrammar::skip_connectors(std::size_t at) const {
  for (int n = 0; n < kMaxConnectors; ++n) {
    const DateWord* meaning = word(at);
    const bool pass =
        is_any(at,
               U",，|｜·•()（）-–—/"
               U".[]时间時間星期周週礼拜一二三四五六日天曜月火水木金土요월화수목금토일年г") ||
        (meaning && (meaning->filler || meaning->month == 3));
    if (!pass) break;
    ++at;
  }
  return at;
}

// "上午", "p.m.", "AM"; how many tokens it takes, 0 for none.
std::size_t DateGrammar::meridiem(std::size_t at, bool& am, bool& pm) const {
  const Token* token = get(at);
  if (token == nullptr) return 0;
  if (token->kind == Token::Kind::kWord) {
    if (const DateWord* meaning = word(at); meaning && (meaning->am || meaning->pm)) {
      am = meaning->am;
      pm = meaning->pm;
      return 1;
    }
    // "p.m."
    const std::string_view letter = text_of(at), last = text_of(at + 2);
    if ((letter == "a" || letter == "A" || letter == "p" || letter == "P") && is(at + 1, U'.') &&
        (last == "m" || last == "M")) {
      (letter == "a" || letter == "A" ? am : pm) = true;
      return is(at + 3, U'.') ? 4 : 3;
    }
    return 0;
  }
  // Two CJK characters: 上午, 오후.
  if (token->kind != Token::Kind::kMark || get(at + 1) == nullptr) return 0;
  const DateWord* meaning =
      reader_.word(text_.substr(token->begin, tokens_[at + 1].end - token->begin));
  if (meaning == nullptr || !(meaning->am || meaning->pm)) return 0;
  am = meaning->am;
  pm = meaning->pm;
  return 2;
}

void DateGrammar::minutes_and_seconds(std::size_t& at, Time& time) const {
  // `at` is the token behind the hour.
  // 16.07 is a time after "kl" or before "Uhr" only: 10.55 is mostly a number.
  const bool said = text_of(at + 2) == "Uhr" || (at > 1 && word(at - 2) && word(at - 2)->filler) ||
                    (at > 2 && is(at - 2, U'.') && word(at - 3) && word(at - 3)->filler);
  const bool colon = is_any(at, U":：") || (is(at, U'.') && said);
  const bool letter = text_of(at) == "h" || text_of(at) == "H";
  if (is_any(at, U"时時点點시")) {
    if (!number(at + 1, 1, 2)) return;
    time.minute = static_cast<int>(tokens_[at + 1].value);
    at += 2;
    if (!is_any(at, U"分분")) return;
    ++at;
    if (number(at, 1, 2) && is_any(at + 1, U"秒초")) {
      time.second = static_cast<int>(tokens_[at].value);
      at += 2;
    }
    return;
  }
  if (!(colon || letter) || !number(at + 1, 2, 2)) return;
  const bool two_points = is_any(at, U":：");
  time.minute = static_cast<int>(tokens_[at + 1].value);
  at += 2;
  if (!two_points || !is_any(at, U":：") || !number(at + 1, 2, 2)) return;
  time.second = static_cast<int>(tokens_[at + 1].value);
  at += 2;
  if (is_any(at, U".,") && number(at + 1, 1, 9) && !tokens_[at + 1].space_before) at += 2;
}

void DateGrammar::meridiem_after(std::size_t& at, Time& time) const {
  bool am = false, pm = false;
  const std::size_t used = meridiem(at, am, pm);
  if (used == 0 || time.hour > 12) return;
  at += used;
  if (time.minute == kAbsent) time.minute = 0;
  time.hour = time.hour % 12 + (pm ? 12 : 0);
}

// "+08:00", "+0800", "-5"; after "UTC" or "GMT" too.
void DateGrammar::offset_after(std::size_t& at, Time& time) const {
  if (!is_any(at, U"+-−") || get(at + 1) == nullptr || tokens_[at + 1].space_before) return;
  const Token& hours = tokens_[at + 1];
  int minutes = 0;
  std::size_t last = at + 2;
  if (hours.number(4, 4)) {
    minutes = static_cast<int>(hours.value / 100 * 60 + hours.value % 100);
  } else if (hours.number(1, 2) && is(at + 2, U':') && number(at + 3, 2, 2)) {
    minutes = static_cast<int>(hours.value * 60 + tokens_[at + 3].value);
    last = at + 4;
  } else if (hours.number(1, 2) && (time.zone == 0 || !tokens_[at].space_before)) {
    minutes = static_cast<int>(hours.value * 60);
  } else {
    return;
  }
  if (minutes > kMaxZone) return;
  time.zone = is(at, U'+') ? minutes : -minutes;
  at = last;
}

void DateGrammar::zone_after(std::size_t& at, Time& time) const {
  std::size_t here = at;
  if (is_any(here, U"(（")) ++here;
  if (const DateWord* meaning = word(here); meaning && meaning->zone != kNoZone) {
    time.zone = meaning->zone;
    ++here;
    if (time.zone == 0) offset_after(here, time);
    at = here;
  } else if (is(here, U'北') && get(here + 3)) {
    const std::size_t end = tokens_[here + 3].end;
    const DateWord* known =
        reader_.word(text_.substr(tokens_[here].begin, end - tokens_[here].begin));
    if (known == nullptr || known->zone == kNoZone) return;
    time.zone = known->zone;
    at = here + 4;
  } else {
    offset_after(at, time);
  }
}

// T160700Z, of the basic format of ISO 8601.
std::optional<DateGrammar::Time> DateGrammar::compact_time(std::size_t at) const {
  const Token* token = get(at);
  if (!compact_ || token == nullptr || !(token->number(6, 6) || token->number(4, 4)))
    return std::nullopt;
  const std::int64_t seconds = token->digits == 6 ? token->value : token->value * 100;
  Time time;
  time.hour = static_cast<int>(seconds / 10000);
  time.minute = static_cast<int>(seconds / 100 % 100);
  if (token->digits == 6) time.second = static_cast<int>(seconds % 100);
  time.last = at + 1;
  return time;
}

std::optional<DateGrammar::Time> DateGrammar::time_at(std::size_t at) const {
  bool am = false, pm = false;
  at += meridiem(at, am, pm);
  if (!number(at, 1, 2)) return std::nullopt;
  Time time;
  time.hour = static_cast<int>(tokens_[at].value);
  ++at;
  minutes_and_seconds(at, time);
  if (pm && time.hour < 12) time.hour += 12;
  if (am && time.hour == 12) time.hour = 0;
  if (!am && !pm) meridiem_after(at, time);
  if (time.minute == kAbsent) return std::nullopt;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  zone_after(at, time);
  time.last = at;
  return time;
}

void DateGrammar::add_time(DateSpan& span) const {
  std::size_t at = span.last;
  std::optional<Time> time;
  const std::string_view t = text_of(at);
  if ((t == "T" || t == "t") && get(at) && !get(at)->space_before) {
    time = compact_time(at + 1);
    if (time) zone_after(time->last, *time);
    if (!time) time = time_at(at + 1);
  } else {
    at = skip_connectors(at);
    time = time_at(at);
  }
  if (!time || time->hour > 23 || time->minute > 59) return;
  span.moment.hour = time->hour;
  span.moment.minute = time->minute;
  span.moment.second = time->second;
  span.moment.zone = time->zone;
  span.last = time->last;
}

}  // namespace tamis::assembly
