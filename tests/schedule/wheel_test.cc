// SPDX-License-Identifier: Apache-2.0
#include "schedule/wheel.h"

#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <random>
#include <set>

namespace tamis::schedule {
namespace {

TEST(Wheel, GivesEntriesInOrderOfTime) {
  Wheel wheel;
  wheel.insert(0, 1000);
  wheel.insert(1, 500'000);
  wheel.insert(2, 1001);
  wheel.insert(3, 40'000'000);
  EXPECT_EQ(wheel.take(999), std::nullopt);
  EXPECT_EQ(wheel.take(1000), 0U);
  EXPECT_EQ(wheel.take(600'000), 2U);
  EXPECT_EQ(wheel.take(600'000), 1U);
  EXPECT_EQ(wheel.take(39'999'999), std::nullopt);
  EXPECT_EQ(wheel.take(40'000'000), 3U);
  EXPECT_EQ(wheel.earliest(), std::numeric_limits<std::int64_t>::max());
}

TEST(Wheel, APastTickIsDueAtOnce) {
  Wheel wheel;
  wheel.insert(0, 1'000'000);
  EXPECT_EQ(wheel.take(1'000'000), 0U);
  wheel.insert(1, 5);
  EXPECT_EQ(wheel.take(1'000'000), 1U);
}

// Found by a schedule whose first page was due after its second one.
TEST(Wheel, KnowsOfAnEntryThatIsDueBeforeTheFirstOneThatCame) {
  Wheel wheel;
  wheel.start(1000);
  wheel.insert(0, 90'000);
  wheel.insert(1, 2000);
  wheel.insert(2, 700);
  EXPECT_LE(wheel.earliest(), 700);
  EXPECT_EQ(wheel.take(1000), 2U);
  EXPECT_LE(wheel.earliest(), 2000);
  EXPECT_EQ(wheel.take(1999), std::nullopt);
  EXPECT_GT(wheel.earliest(), 1999);
  EXPECT_EQ(wheel.take(2000), 1U);
}

TEST(Wheel, MovesAndRemoves) {
  Wheel wheel;
  for (std::uint32_t n = 0; n < 4; ++n) wheel.insert(n, 100);
  wheel.insert(2, 7000);
  wheel.remove(0);
  wheel.remove(0);
  EXPECT_FALSE(wheel.holds(0));
  EXPECT_EQ(wheel.take(200), 1U);
  EXPECT_EQ(wheel.take(200), 3U);
  EXPECT_EQ(wheel.take(6999), std::nullopt);
  EXPECT_EQ(wheel.take(7000), 2U);
}

// Against an ordered set, with times near and far and a clock that jumps.
TEST(Wheel, DoesWhatAnOrderedSetDoes) {
  std::mt19937_64 random(7);
  Wheel wheel;
  wheel.start(1'700'000'000);
  std::set<std::pair<std::int64_t, std::uint32_t>> truth;
  std::map<std::uint32_t, std::int64_t> at;
  std::int64_t now = 1'700'000'000;
  for (int round = 0; round < 20000; ++round) {
    const auto entry = static_cast<std::uint32_t>(random() % 300);
    if (const auto old = at.find(entry); old != at.end()) truth.erase({old->second, entry});
    const std::int64_t tick = now + static_cast<std::int64_t>(random() % (1ULL << (random() % 34)));
    wheel.insert(entry, tick);
    at[entry] = tick;
    truth.emplace(tick, entry);
    EXPECT_LE(wheel.earliest(), truth.begin()->first);
    now += static_cast<std::int64_t>(random() % (1ULL << (random() % 20)));
    while (const auto taken = wheel.take(now)) {
      ASSERT_EQ(truth.erase({at[*taken], *taken}), 1U);
      ASSERT_LE(at[*taken], now);
      at.erase(*taken);
    }
    ASSERT_TRUE(truth.empty() || truth.begin()->first > now) << round;
  }
}

}  // namespace
}  // namespace tamis::schedule
