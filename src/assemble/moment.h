// SPDX-License-Identifier: Apache-2.0
// Moment: a date, with the time and the zone that the page gives and no more.
#pragma once

#include <cstdint>
#include <string>

namespace tamis::assembly {

inline constexpr int kAbsent = -1;
inline constexpr int kNoZone = 100000;
inline constexpr int kFirstYear = 1990, kLastYear = 2100;

struct Moment {
  int year = 0, month = 0, day = 0;  // day 0: the month is all that is known
  int hour = kAbsent, minute = kAbsent, second = kAbsent;
  int zone = kNoZone;  // minutes east of Greenwich

  bool has_time() const { return hour != kAbsent; }
  bool has_zone() const { return zone != kNoZone; }
  bool same_day(const Moment& other) const {
    return year == other.year && month == other.month && day == other.day;
  }
};

// The day exists in the Gregorian calendar and lies between kFirstYear and kLastYear.
bool plausible(const Moment& moment);

// Days since 1970-01-01; proleptic Gregorian. REQUIRES: plausible().
std::int64_t day_number(const Moment& moment);

// From seconds since 1970-01-01T00:00:00Z, zone 0.
Moment from_epoch(std::int64_t seconds);

// ISO 8601: "2022-11-16", "2022-11-16T16:07", "2022-11-16T16:07:09+08:00" ("Z" for zone 0),
// "2022-11" for day 0.
std::string iso(const Moment& moment);

}  // namespace tamis::assembly
