// SPDX-License-Identifier: Apache-2.0
// calendar: hours of the week in which a page may be fetched, and how people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tamis {

// By the clock of `offset` (seconds east of UTC).
struct CalendarWindow {
  std::uint8_t days = 0x7F;    // bit 0 Monday ... bit 6 Sunday: those on which it begins
  std::uint16_t from = 0;      // minute of the day, 0-1439
  std::uint16_t until = 1440;  // minute of the day, excluded; <= from: over midnight
  std::int32_t offset = 0;
  bool operator==(const CalendarWindow&) const = default;
};

// "06:00-23:30", "Mon-Fri 08:00-20:00 +08:00", "Sat,Sun 22:00-02:00 Z": days (all of them when
// there are none), from-until, zone (UTC when there is none). None when it is not of this form.
std::optional<CalendarWindow> window_from_text(std::string_view text);
std::string window_text(const CalendarWindow& window);  // of the same form; days one by one

}  // namespace tamis
