// SPDX-License-Identifier: Apache-2.0
#include "watch/look.h"

#include <gtest/gtest.h>

namespace tamis::watching {
namespace {

TEST(MomentOf, ReadsWhatArticlesSay) {
  EXPECT_EQ(moment_of("1970-01-02T00:00:01Z"), 86401);
  EXPECT_EQ(moment_of("2026-03-14T09:26:53+08:00"), moment_of("2026-03-14T01:26:53Z"));
  EXPECT_EQ(moment_of("2026-03-14T01:26"), moment_of("2026-03-14T01:26:00Z"));
  EXPECT_EQ(moment_of("2026-03-14"), moment_of("2026-03-14T12:00:00Z"));
  EXPECT_EQ(moment_of("2026-03-14T23:00:00-02:30"), moment_of("2026-03-15T01:30:00Z"));
}

TEST(MomentOf, NothingIsNoMoment) {
  for (const char* bad : {"", "2026", "2026-03", "2026-13-01", "2026-02-30", "0001-01-01", "x"})
    EXPECT_EQ(moment_of(bad), 0) << bad;
}

TEST(IsoMoment, IsItsReverse) {
  EXPECT_EQ(moment_of(iso_moment(1'700'000'000)), 1'700'000'000);
}

}  // namespace
}  // namespace tamis::watching
