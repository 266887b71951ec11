// SPDX-License-Identifier: Apache-2.0
#include "report/shared_runs.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::report {
namespace {

TEST(SharedRuns, AreFoundAcrossMarksAndWidthAndGivenAsTheyStand) {
  const std::string a = "开头甲。共有１２０人参加了会议，会后散去。结尾甲",
                    b = "别的开头：共有 120 人参加了会议会后散去，别的结尾";
  const auto runs = shared_runs(a, b, Canon(), 6, 5);
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(a.substr(runs[0].in_a.begin, runs[0].in_a.end - runs[0].in_a.begin),
            "共有１２０人参加了会议，会后散去");
  EXPECT_EQ(b.substr(runs[0].in_b.begin, runs[0].in_b.end - runs[0].in_b.begin),
            "共有 120 人参加了会议会后散去");
  EXPECT_EQ(runs[0].characters, 15u);
}

TEST(SharedRuns, ComeLongestFirstAndAtMostAsManyAsAskedFor) {
  const std::string x = "东南西北中左前后里外", y = "甲乙丙丁戊己庚辛",
                    z = "子丑寅卯辰巳午未申酉戌亥";
  const auto runs =
      shared_runs(x + "，左" + y + "左" + z, z + "右" + y + "右右" + x, Canon(), 6, 2);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[0].characters, 12u);
  EXPECT_EQ(runs[1].characters, 10u);
}

TEST(SharedRuns, OfDifferentOrEmptyTextsAreNone) {
  EXPECT_TRUE(shared_runs("", "", Canon(), 6, 5).empty());
  EXPECT_TRUE(
      shared_runs("完全不同的一句话在这里", "没有共同之处的另外一段", Canon(), 6, 5).empty());
  EXPECT_TRUE(shared_runs("\xFF\xE4\xB8", "\xFF\xE4\xB8", Canon(), 1, 5).empty());
}

TEST(SharedRuns, OfOneCharacterRepeatedAreFoundInLinearTime) {
  const std::string a(1u << 20, 'x'), b = a + "y" + a;
  const auto runs = shared_runs(a, b, Canon(), 6, 5);
  ASSERT_FALSE(runs.empty());
  EXPECT_EQ(runs[0].characters, a.size());
}

}  // namespace
}  // namespace tamis::report
