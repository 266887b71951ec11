// SPDX-License-Identifier: Apache-2.0
#include "tamis/schedule.h"

#include <algorithm>
#include <limits>

namespace tamis {
namespace {

constexpr Moment kMinutesOfDay = 1440;

Moment floor_div(Moment a, Moment b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

// The first moment at or after `at` inside one window; the least Moment when it has no day.
Moment next_in(const CalendarWindow& window, Moment at) {
  const Moment local = at + window.offset;
  const Moment today = floor_div(local, 86400);
  const Moment length = window.until > window.from ? window.until - window.from
                                                   : window.until + kMinutesOfDay - window.from;
  for (Moment day = today - 1; day <= today + 8; ++day) {  // yesterday's may go over midnight
    const Moment weekday = ((day + 3) % 7 + 7) % 7;        // 1970-01-01 was a Thursday
    if ((window.days >> weekday & 1) == 0) continue;
    const Moment open = day * 86400 + window.from * 60;
    const Moment shut = open + length * 60;
    if (local < shut) return std::max(local, open) - window.offset;
  }
  return std::numeric_limits<Moment>::min();
}

}  // namespace

Moment next_in_windows(const std::vector<CalendarWindow>& windows, Moment at) {
  bool any = false;
  Moment first = at;
  for (const CalendarWindow& window : windows) {
    const Moment open = next_in(window, at);
    if (open < at) continue;
    first = any ? std::min(first, open) : open;
    any = true;
  }
  return first;
}

}  // namespace tamis
