// SPDX-License-Identifier: Apache-2.0
// Dates of HTTP by hand: strptime knows the machine's locale, and a server's date is anything.
#include "tamis/fetch.h"

#include <algorithm>
#include <array>

namespace tamis {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr Span kMostRetry = hours(48);

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Words of a date: "Sun", "06", "Nov", "1994", "08:49:37", "GMT". Commas and hyphens part them.
struct Words {
  std::array<std::string_view, 8> at;
  std::size_t count = 0;
};

Words split(std::string_view text) {
  Words words;
  const auto parts = [](char c) { return c == ' ' || c == ',' || c == '-' || c == '\t'; };
  while (!text.empty() && words.count < words.at.size()) {
    if (parts(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const auto end = std::find_if(text.begin(), text.end(), parts);
    words.at[words.count] = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(words.at[words.count++].size());
  }
  return words;
}

std::optional<int> number(std::string_view text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<unsigned> month(std::string_view text) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (text == kMonths[i]) return i + 1;
  }
  return std::nullopt;
}

std::optional<seconds> clock_time(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto h = number(text.substr(0, 2), 2), m = number(text.substr(3, 2), 2),
             s = number(text.substr(6, 2), 2);
  if (!h || !m || !s || *h > 23 || *m > 59 || *s > 60) return std::nullopt;
  return hours(*h) + minutes(*m) + seconds(*s);
}

struct Parts {
  year_month_day date;
  hh_mm_ss<seconds> clock;
  unsigned day_of_week;
};

Parts parts_of(Time time) {
  const auto days = floor<std::chrono::days>(time);
  return {year_month_day(days), hh_mm_ss<seconds>(floor<seconds>(time - days)),
          weekday(days).c_encoding()};
}

// By hand: a crawl writes several of these for each request. The last `digits` of a number.
void put(char* at, std::int64_t value, std::size_t digits) {
  for (; digits > 0; value /= 10) at[--digits] = static_cast<char>('0' + value % 10);
}

// Over the pattern "hh:mm:ss".
void put_clock(char* at, const Parts& parts) {
  put(at, parts.clock.hours().count(), 2);
  put(at + 3, parts.clock.minutes().count(), 2);
  put(at + 6, parts.clock.seconds().count(), 2);
}

}  // namespace

std::optional<Time> parse_http_date(std::string_view text) {
  const Words words = split(text.substr(0, 64));
  if (words.count < 5) return std::nullopt;
  const bool asctime = month(words.at[1]).has_value();  // "Sun Nov  6 08:49:37 1994"
  const auto m = month(words.at[asctime ? 1 : 2]);
  const auto d = number(words.at[asctime ? 2 : 1], 2);
  auto y = number(words.at[asctime ? 4 : 3], 4);
  const auto clock = clock_time(words.at[asctime ? 3 : 4]);
  if (!m || !d || !y || !clock) return std::nullopt;
  if (!asctime && words.at[3].size() == 2) *y += *y < 70 ? 2000 : 1900;  // RFC 850
  const year_month_day date(year(*y), std::chrono::month(*m), day(static_cast<unsigned>(*d)));
  if (!date.ok() || *y < 1970) return std::nullopt;
  return Time(sys_days(date).time_since_epoch() + *clock);
}

std::string http_date(Time time) {
  const Parts parts = parts_of(time);
  std::string out = "Sun, dd Jan yyyy hh:mm:ss GMT";
  out.replace(0, 3, kDays[parts.day_of_week]);
  out.replace(8, 3, kMonths[static_cast<unsigned>(parts.date.month()) - 1]);
  put(out.data() + 5, static_cast<unsigned>(parts.date.day()), 2);
  put(out.data() + 12, static_cast<int>(parts.date.year()), 4);
  put_clock(out.data() + 17, parts);
  return out;
}

std::string iso_time(Time time) {
  const Parts parts = parts_of(time);
  std::string out = "yyyy-mm-ddThh:mm:ssZ";
  put(out.data(), static_cast<int>(parts.date.year()), 4);
  put(out.data() + 5, static_cast<unsigned>(parts.date.month()), 2);
  put(out.data() + 8, static_cast<unsigned>(parts.date.day()), 2);
  put_clock(out.data() + 11, parts);
  return out;
}

std::optional<Time> parse_iso_time(std::string_view text) {
  if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[19] != 'Z')
    return std::nullopt;
  const auto y = number(text.substr(0, 4), 4), m = number(text.substr(5, 2), 2),
             d = number(text.substr(8, 2), 2);
  const auto clock = clock_time(text.substr(11, 8));
  if (!y || !m || !d || !clock) return std::nullopt;
  const year_month_day date(year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d)));
  if (!date.ok()) return std::nullopt;
  return Time(sys_days(date).time_since_epoch() + *clock);
}

std::optional<Span> parse_retry_after(std::string_view value, Time now) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
  if (value.empty()) return std::nullopt;
  const bool negative = value.front() == '-';
  if (negative) value.remove_prefix(1);
  const auto digits = std::find_if_not(value.begin(), value.end(), is_digit);
  if (digits == value.end() && !value.empty()) {
    if (negative) return Span(0);
    const auto given = number(value, 6);  // more digits are more than 48 h
    return given ? std::min<Span>(seconds(*given), kMostRetry) : kMostRetry;
  }
  if (negative) return std::nullopt;
  const auto date = parse_http_date(value);
  if (!date) return std::nullopt;
  return std::clamp<Span>(*date - now, Span(0), kMostRetry);
}

}  // namespace tamis
