// SPDX-License-Identifier: Apache-2.0
#include "assemble/moment.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace tamis::assembly {
namespace {

std::chrono::year_month_day calendar(const Moment& m) {
  return std::chrono::year(m.year) / std::chrono::month(static_cast<unsigned>(m.month)) /
         std::chrono::day(static_cast<unsigned>(m.day));
}

}  // namespace

bool plausible(const Moment& m) {
  return m.year >= kFirstYear && m.year <= kLastYear && m.month >= 1 && m.month <= 12 &&
         m.day >= 1 && calendar(m).ok();
}

std::int64_t day_number(const Moment& m) {
  return std::chrono::sys_days(calendar(m)).time_since_epoch().count();
}

Moment from_epoch(std::int64_t seconds) {
  const std::int64_t days = seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
  const int rest = static_cast<int>(seconds - days * 86400);
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
  Moment m;
  m.year = static_cast<int>(date.year());
  m.month = static_cast<int>(static_cast<unsigned>(date.month()));
  m.day = static_cast<int>(static_cast<unsigned>(date.day()));
  m.hour = rest / 3600;
  m.minute = rest / 60 % 60;
  m.second = rest % 60;
  m.zone = 0;
  return m;
}

std::string iso(const Moment& m) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", m.year, m.month, m.day);
  std::string out = text.data();
  if (m.day == 0) return out.substr(0, 7);
  if (!m.has_time()) return out;
  std::snprintf(text.data(), text.size(), "T%02d:%02d", m.hour, m.minute);
  out += text.data();
  if (m.second != kAbsent) {
    std::snprintf(text.data(), text.size(), ":%02d", m.second);
    out += text.data();
  }
  if (!m.has_zone()) return out;
  if (m.zone == 0) return out + "Z";
  const int minutes = std::abs(m.zone);
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", m.zone < 0 ? '-' : '+', minutes / 60,
                minutes % 60);
  return out + text.data();
}

}  // namespace tamis::assembly
