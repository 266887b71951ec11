// SPDX-License-Identifier: Apache-2.0
#include "tamis/schedule.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

constexpr Moment kMonday = 1'699'833'600;  // 2023-11-13T00:00Z
constexpr Moment kHour = 3600;

TEST(Windows, NoneIsAlways) {
  EXPECT_EQ(next_in_windows({}, 12345), 12345);
}

TEST(Windows, InsideStaysOutsideWaits) {
  const std::vector<CalendarWindow> nights{{0x7F, 60, 360, 0}};  // 01:00-06:00
  EXPECT_EQ(next_in_windows(nights, kMonday), kMonday + kHour);
  EXPECT_EQ(next_in_windows(nights, kMonday + 2 * kHour), kMonday + 2 * kHour);
  EXPECT_EQ(next_in_windows(nights, kMonday + 6 * kHour), kMonday + 25 * kHour);
}

TEST(Windows, GoOverMidnight) {
  const std::vector<CalendarWindow> late{
      {0x01, 22 * 60, 2 * 60, 0}};  // Monday 22:00 to Tuesday 02:00
  EXPECT_EQ(next_in_windows(late, kMonday), kMonday + 22 * kHour);
  EXPECT_EQ(next_in_windows(late, kMonday + 25 * kHour), kMonday + 25 * kHour);
  EXPECT_EQ(next_in_windows(late, kMonday + 26 * kHour), kMonday + (7 * 24 + 22) * kHour);
}

TEST(Windows, GoByTheClockOfTheSite) {
  const std::vector<CalendarWindow> nights{{0x7F, 60, 360, 8 * 3600}};  // Beijing
  EXPECT_EQ(next_in_windows(nights, kMonday), kMonday + 17 * kHour);
}

TEST(Windows, TheEarliestOfSeveral) {
  const std::vector<CalendarWindow> two{{0x7F, 20 * 60, 21 * 60, 0}, {0x7F, 9 * 60, 10 * 60, 0}};
  EXPECT_EQ(next_in_windows(two, kMonday), kMonday + 9 * kHour);
  EXPECT_EQ(next_in_windows(two, kMonday + 11 * kHour), kMonday + 20 * kHour);
}

TEST(Windows, WithoutADayIsNone) {
  const std::vector<CalendarWindow> never{{0, 0, 1440, 0}};
  EXPECT_EQ(next_in_windows(never, kMonday), kMonday);
}

TEST(Windows, BeforeNineteenSeventy) {
  const std::vector<CalendarWindow> nights{{0x7F, 60, 360, 0}};
  EXPECT_EQ(next_in_windows(nights, -24 * kHour), -23 * kHour);
}

}  // namespace
}  // namespace tamis
