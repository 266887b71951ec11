// SPDX-License-Identifier: Apache-2.0
#include "assemble/moment.h"

#include <gtest/gtest.h>

namespace tamis::assembly {
namespace {

Moment moment(int year, int month, int day, int hour = kAbsent, int minute = kAbsent,
              int second = kAbsent, int zone = kNoZone) {
  return {year, month, day, hour, minute, second, zone};
}

TEST(Moment, IsWrittenAsExactlyAsItIsKnown) {
  EXPECT_EQ(iso(moment(2022, 1, 2)), "2022-01-02");
  EXPECT_EQ(iso(moment(2022, 1, 2, 3, 4)), "2022-01-02T03:04");
  EXPECT_EQ(iso(moment(2022, 1, 2, 3, 4, 5)), "2022-01-02T03:04:05");
  EXPECT_EQ(iso(moment(2022, 1, 2, 3, 4, 5, 480)), "2022-01-02T03:04:05+08:00");
  EXPECT_EQ(iso(moment(2022, 1, 2, 3, 4, kAbsent, -210)), "2022-01-02T03:04-03:30");
  EXPECT_EQ(iso(moment(2022, 1, 2, 3, 4, 5, 0)), "2022-01-02T03:04:05Z");
}

TEST(Moment, ImpossibleDaysAreNotPlausible) {
  EXPECT_TRUE(plausible(moment(2000, 2, 29)));
  EXPECT_FALSE(plausible(moment(2022, 2, 29)));
  EXPECT_FALSE(plausible(moment(2022, 4, 31)));
  EXPECT_FALSE(plausible(moment(2022, 0, 1)));
  EXPECT_FALSE(plausible(moment(1989, 12, 31)));
  EXPECT_FALSE(plausible(moment(2101, 1, 1)));
}

TEST(Moment, CountsDaysAndSeconds) {
  EXPECT_EQ(day_number(moment(2022, 3, 1)) - day_number(moment(2022, 2, 28)), 1);
  EXPECT_EQ(iso(from_epoch(0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso(from_epoch(1668586020)), "2022-11-16T08:07:00Z");
  EXPECT_EQ(iso(from_epoch(-1)), "1969-12-31T23:59:59Z");
}

}  // namespace
}  // namespace tamis::assembly
