// SPDX-License-Identifier: Apache-2.0
#include "tamis/calendar.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(WindowFromText, DaysHoursAndZone) {
  const std::pair<const char*, CalendarWindow> cases[] = {
      {"06:00-23:30", {0x7F, 360, 1410, 0}},
      {"00:00-24:00", {0x7F, 0, 1440, 0}},
      {"Mon-Fri 08:00-20:00", {0x1F, 480, 1200, 0}},
      {"Mon-Fri 08:00-20:00 +08:00", {0x1F, 480, 1200, 8 * 3600}},
      {"Sat,Sun 22:00-02:00 Z", {0x60, 1320, 120, 0}},
      {"Fri-Mon 22:00-02:00 UTC", {0x71, 1320, 120, 0}},
      {"Mon,Wed-Thu 09:00-10:00 -03:30", {0x0D, 540, 600, -12'600}},
      {"09:00-10:00 +14:00", {0x7F, 540, 600, 14 * 3600}},
  };
  for (const auto& [text, expected] : cases) {
    const auto window = window_from_text(text);
    ASSERT_TRUE(window) << text;
    EXPECT_EQ(*window, expected) << text;
    EXPECT_EQ(window_from_text(window_text(*window)), expected) << window_text(*window);
  }
}

TEST(WindowFromText, NothingElse) {
  for (const char* bad :
       {"", " ", "Mon", "Mon-Fri", "08:00", "8:00-20:00", "24:00-25:00", "08:00-24:01",
        "08:60-09:00", "Mon-Fri 08:00-20:00 +08:00 ", "Mon-Fri  08:00-20:00", "Mo 08:00-20:00",
        "Mon, 08:00-20:00", "08:00-20:00 08:00", "08:00-20:00 +15:00", "08:00-20:00 Mon",
        "08:00-20:00 +8:00", "a:b-c:d", "08:00-20:00-21:00"})
    EXPECT_FALSE(window_from_text(bad)) << bad;
}

}  // namespace
}  // namespace tamis
