// SPDX-License-Identifier: Apache-2.0
#include "tamis/robots.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

constexpr std::int64_t kHour = 3600, kDay = 24 * kHour;
constexpr const char* kBody = "User-agent: *\nDisallow: /x\n";

TEST(Standing, NothingKnownMeansAsk) {
  const RobotsView view = robots_view({}, 0);
  EXPECT_EQ(view.standing, RobotsStanding::kFetch);
  EXPECT_TRUE(view.due);
}

TEST(Standing, FailuresAreAskedForAgainAfterAnHour) {
  const RobotsMemory memory = remember({}, RobotsAction::kDisallowAll, "", 100);
  EXPECT_FALSE(robots_view(memory, 100 + kHour).due);
  EXPECT_TRUE(robots_view(memory, 101 + kHour).due);
  EXPECT_EQ(robots_view(memory, 100 + kDay).standing, RobotsStanding::kDisallowAll);
}

TEST(Standing, FailingBeginsWithTheFirstOfARow) {
  RobotsMemory memory = remember({}, RobotsAction::kDisallowAll, "", 100);
  memory = remember(memory, RobotsAction::kDefer, "", 100 + 20 * kDay);
  memory = remember(memory, RobotsAction::kDisallowAll, "", 100 + 31 * kDay);
  EXPECT_EQ(memory.failing_since, 100);
  EXPECT_EQ(robots_view(memory, 100 + 31 * kDay).standing, RobotsStanding::kGivenUp);
  memory = remember(memory, RobotsAction::kAllowAll, "", 100 + 32 * kDay);
  EXPECT_EQ(robots_view(memory, 100 + 32 * kDay).standing, RobotsStanding::kAllowAll);
  EXPECT_EQ(memory.failing_since, RobotsMemory::kNever);
}

TEST(Standing, AnOldCopyOutlivesTheServersTrouble) {
  RobotsMemory memory = remember({}, RobotsAction::kParse, kBody, 0);
  memory = remember(memory, RobotsAction::kDisallowAll, "oops", 2 * kDay);
  EXPECT_EQ(memory.body, kBody);
  EXPECT_EQ(robots_view(memory, 60 * kDay).standing, RobotsStanding::kOldRules);
}

TEST(Standing, TooManyRequestsDefersWhateverIsKnown) {
  RobotsMemory memory = remember({}, RobotsAction::kParse, kBody, 0);
  memory = remember(memory, RobotsAction::kDefer, "", 2 * kDay);
  EXPECT_EQ(robots_view(memory, 2 * kDay).standing, RobotsStanding::kDefer);
  memory = remember(memory, RobotsAction::kParse, kBody, 3 * kDay);
  EXPECT_EQ(robots_view(memory, 3 * kDay).standing, RobotsStanding::kRules);
}

TEST(Standing, NotModifiedMakesACopyFreshAgain) {
  RobotsMemory memory = remember({}, RobotsAction::kParse, kBody, 0);
  memory = remember(memory, RobotsAction::kUnchanged, "", 2 * kDay);
  EXPECT_EQ(memory.body, kBody);
  EXPECT_EQ(robots_view(memory, 2 * kDay).standing, RobotsStanding::kRules);
  memory = remember({}, RobotsAction::kUnchanged, "", 0);  // of nothing
  EXPECT_EQ(robots_view(memory, 0).standing, RobotsStanding::kDisallowAll);
}

TEST(Standing, WhatIsCutIsNotReadAsAShorterRule) {
  std::string body = "User-agent: *\n# ";
  body.resize(kRobotsBytes - 12, '-');
  body += "\nDisallow: /secret\n";  // the limit falls between "/" and "secret"
  const RobotsMemory memory = remember({}, RobotsAction::kParse, body, 0);
  EXPECT_TRUE(parse_robots(memory.body, "N").verdict("/open").allowed);
}

TEST(JudgeAnswer, RedirectsWithoutAPlaceAreNoFile) {
  EXPECT_EQ(judge_answer({302, false, 0}), RobotsAction::kAllowAll);
  EXPECT_EQ(judge_answer({302, true, kRobotsRedirects - 1}), RobotsAction::kFollow);
  EXPECT_EQ(judge_answer({302, true, kRobotsRedirects}), RobotsAction::kAllowAll);
  EXPECT_EQ(judge_answer({304, false, 0}), RobotsAction::kUnchanged);
  EXPECT_EQ(judge_answer({999, false, 0}), RobotsAction::kDisallowAll);
}

}  // namespace
}  // namespace tamis
