// SPDX-License-Identifier: Apache-2.0
#include "discover/iso_date.h"

#include "base/utf8.h"
#include "tamis/discover.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

namespace tamis {
namespace discovery {
namespace {

constexpr int kNone = -1;

struct Moment {
  int year = kNone, month = kNone, day = kNone, hour = kNone, minute = kNone, second = kNone;
  std::optional<int> zone;  // minutes east of UTC
};

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
// RFC 822, 5.1. CST is left out: in half of the feeds that write it, it is China's.
constexpr std::array<std::pair<std::string_view, int>, 10> kZones{{{"z", 0},
                                                                   {"ut", 0},
                                                                   {"utc", 0},
                                                                   {"gmt", 0},
                                                                   {"est", -300},
                                                                   {"edt", -240},
                                                                   {"mst", -420},
                                                                   {"mdt", -360},
                                                                   {"pst", -480},
                                                                   {"pdt", -420}}};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_any(std::string_view letters) {
    if (rest_.empty() || letters.find(rest_[0]) == letters.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void spaces() {
    while (take_any(" \t\r\n,")) {
    }
  }
  // Up to `most` digits; kNone when there is none. `count`: how many.
  int digits(std::size_t most, std::size_t* count = nullptr) {
    int value = 0;
    std::size_t n = 0;
    for (; n < most && n < rest_.size() && rest_[n] >= '0' && rest_[n] <= '9'; ++n)
      value = value * 10 + (rest_[n] - '0');
    rest_.remove_prefix(n);
    if (count != nullptr) *count = n;
    return n == 0 ? kNone : value;
  }
  std::string word() {
    std::size_t n = 0;
    const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
    while (n < rest_.size() && is_letter(rest_[n])) ++n;
    std::string out = base::fold_case(rest_.substr(0, n));
    rest_.remove_prefix(n);
    return out;
  }

 private:
  std::string_view rest_;
};

bool plausible(const Moment& m) {
  if (m.year < 1900 || m.year > 2200) return false;
  if (m.month != kNone && (m.month < 1 || m.month > 12)) return false;
  if (m.day != kNone) {
    const std::chrono::year_month_day date{std::chrono::year(m.year),
                                           std::chrono::month(static_cast<unsigned>(m.month)),
                                           std::chrono::day(static_cast<unsigned>(m.day))};
    if (!date.ok()) return false;
  }
  return m.hour < 24 && m.minute < 60 && m.second <= 60 &&
         (!m.zone || (*m.zone >= -14 * 60 && *m.zone <= 14 * 60));
}

void read_zone(Reader& in, Moment& out) {
  in.spaces();
  if (const bool east = in.take('+'); east || in.take('-')) {
    const int hours = in.digits(2);
    in.take(':');
    const int minutes = in.digits(2);
    if (hours != kNone)
      out.zone = (east ? 1 : -1) * (hours * 60 + (minutes == kNone ? 0 : minutes));
    return;
  }
  const std::string name = in.word();
  for (const auto& [zone, minutes] : kZones)
    if (name == zone) out.zone = minutes;
}

// "08:12", "08:12:30", "08:12:30.123", and the zone behind it.
bool read_time(Reader& in, Moment& out) {
  out.hour = in.digits(2);
  if (out.hour == kNone || !in.take(':')) return false;
  out.minute = in.digits(2);
  if (out.minute == kNone) return false;
  if (in.take(':')) {
    out.second = in.digits(2);
    if (out.second == kNone) return false;
    if (in.take('.')) in.digits(12);
  }
  read_zone(in, out);
  return true;
}

std::optional<Moment> read_iso(std::string_view text) {
  Reader in(text);
  Moment out;
  std::size_t count = 0;
  out.year = in.digits(4, &count);
  if (count != 4) return std::nullopt;
  if (in.done()) return out;
  if (!in.take_any("-/.")) return std::nullopt;
  out.month = in.digits(2);
  if (out.month == kNone) return std::nullopt;
  if (in.done()) return out;
  if (!in.take_any("-/.")) return std::nullopt;
  out.day = in.digits(2);
  if (out.day == kNone) return std::nullopt;
  if (in.done()) return out;
  if (!in.take('T') && !in.take('t')) in.spaces();
  if (!in.done() && !read_time(in, out)) return std::nullopt;
  return out;
}

// "Fri, 21 Mar 2025 08:12:00 +0800"
std::optional<Moment> read_rfc822(std::string_view text) {
  Reader in(text);
  Moment out;
  if (!in.word().empty()) in.spaces();
  out.day = in.digits(2);
  while (in.take_any(" -\t")) {
  }
  const std::string month = in.word();
  for (std::size_t n = 0; n < kMonths.size(); ++n)
    if (std::string_view(month).starts_with(kMonths[n])) out.month = static_cast<int>(n) + 1;
  while (in.take_any(" -\t,")) {
  }
  std::size_t count = 0;
  out.year = in.digits(4, &count);
  if (count == 2) out.year += out.year < 70 ? 2000 : 1900;
  if (out.day == kNone || out.month == kNone || out.year == kNone) return std::nullopt;
  in.spaces();
  if (!in.done() && !read_time(in, out)) return std::nullopt;
  return out;
}

std::string written(const Moment& m) {
  char buffer[64];
  int size = std::snprintf(buffer, sizeof buffer, "%04d", m.year);
  std::string out(buffer, static_cast<std::size_t>(size));
  const auto add = [&](const char* format, int value) {
    if (value == kNone) return;
    size = std::snprintf(buffer, sizeof buffer, format, value);
    out.append(buffer, static_cast<std::size_t>(size));
  };
  add("-%02d", m.month);
  add("-%02d", m.day);
  add("T%02d", m.hour);
  add(":%02d", m.minute);
  add(":%02d", m.second);
  if (m.hour == kNone || !m.zone) return out;
  if (*m.zone == 0) return out + "Z";
  const int east = *m.zone < 0 ? -*m.zone : *m.zone;
  add(*m.zone < 0 ? "-%02d" : "+%02d", east / 60);
  add(":%02d", east % 60);
  return out;
}

std::optional<Moment> read_moment(std::string_view text) {
  text = base::trim(text);
  if (text.size() > 64) return std::nullopt;
  std::optional<Moment> out = read_iso(text);
  if (!out) out = read_rfc822(text);
  return out && plausible(*out) ? out : std::nullopt;
}

}  // namespace

std::string iso_date(std::string_view text) {
  const std::optional<Moment> moment = read_moment(text);
  return moment ? written(*moment) : std::string();
}

}  // namespace discovery

std::optional<std::int64_t> instant_of(std::string_view iso) {
  namespace chrono = std::chrono;
  const std::optional<discovery::Moment> m = discovery::read_moment(iso);
  if (!m) return std::nullopt;
  const auto or_first = [](int value, int first) {
    return static_cast<unsigned>(value == discovery::kNone ? first : value);
  };
  const chrono::sys_days day{chrono::year(m->year) / chrono::month(or_first(m->month, 1)) /
                             chrono::day(or_first(m->day, 1))};
  const std::int64_t seconds = static_cast<std::int64_t>(or_first(m->hour, 0)) * 3600 +
                               or_first(m->minute, 0) * 60 + or_first(m->second, 0);
  return std::int64_t{day.time_since_epoch().count()} * 86'400 + seconds - m->zone.value_or(0) * 60;
}

}  // namespace tamis
