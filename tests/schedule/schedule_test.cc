// SPDX-License-Identifier: Apache-2.0
#include "tamis/schedule.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tamis {
namespace {

constexpr Moment kStart = 1'700'000'000;
constexpr Moment kHour = 3600;
constexpr Moment kDay = 24 * kHour;

ScheduleOptions options(double per_day) {
  ScheduleOptions made;
  made.fetches_per_day = per_day;
  return made;
}

UrlSpec page(std::string_view host = "a.example", ScheduleKind kind = ScheduleKind::kSection) {
  UrlSpec spec;
  spec.host = host;
  spec.section = "news";
  spec.kind = kind;
  return spec;
}

// Fetches what is due, minute by minute; `changed` says what a fetch of a page at a time finds.
template <class Changed>
std::vector<int> drive(Schedule& schedule, Moment from, Moment until, Changed&& changed) {
  std::vector<int> fetches(schedule.size(), 0);
  for (Moment now = from; now < until; now += 60)
    while (const auto url = schedule.take(now)) {
      ++fetches[*url];
      schedule.fetched(*url, now, {changed(*url, now), true});
    }
  return fetches;
}

TEST(Schedule, ANewPageIsDueAtOnceAndOutWhileItIsTaken) {
  Schedule schedule(options(1000));
  EXPECT_EQ(schedule.take(kStart), std::nullopt);
  const UrlId url = schedule.add(page(), kStart);
  EXPECT_LE(schedule.next_due(), kStart);
  EXPECT_EQ(schedule.take(kStart), url);
  EXPECT_EQ(schedule.take(kStart + kDay), std::nullopt);
  schedule.fetched(url, kStart + kDay, {});
  EXPECT_GE(schedule.due(url), kStart + kDay + 15 * 60);
}

TEST(Schedule, WhatChangesIsFetchedMoreOftenAndTheBudgetIsKept) {
  Schedule schedule(options(200));
  for (int n = 0; n < 50; ++n) schedule.add(page(), kStart);
  const auto fetches = drive(schedule, kStart, kStart + 20 * kDay,
                             [](UrlId url, Moment now) { return url < 10 && now % 7200 < 3600; });
  int busy = 0;
  int quiet = 0;
  for (int n = 0; n < 50; ++n) (n < 10 ? busy : quiet) += fetches[n];
  EXPECT_GT(busy / 10, 3 * quiet / 40);
  EXPECT_LE(busy + quiet, 200 * 20 + 50);
  EXPECT_GT(busy + quiet, 200 * 20 * 9 / 10);
}

TEST(Schedule, RawChangesAreCountedAndMoveNothing) {
  Schedule schedule(options(48));
  const UrlId url = schedule.add(page(), kStart);
  drive(schedule, kStart, kStart + 10 * kDay, [](UrlId, Moment) { return false; });
  const DueReason reason = schedule.explain(url, kStart + 10 * kDay);
  EXPECT_EQ(reason.evidence.body_changes, 0U);
  EXPECT_EQ(reason.evidence.raw_changes + 1, reason.evidence.fetches);
  EXPECT_GT(reason.raw_rate, 10 * reason.body_rate);
}

TEST(Schedule, LearnsHowArticlesAge) {
  Schedule schedule(options(3000));
  std::vector<Moment> born;
  // Articles change every hour for half a day, and never afterwards.
  const auto changed = [&](UrlId url, Moment now) { return now - born[url] < 12 * kHour; };
  for (int day = 0; day < 10; ++day) {
    const Moment today = kStart + day * kDay;
    for (int n = 0; n < 10; ++n) {
      born.push_back(today);
      schedule.add(page("a.example", ScheduleKind::kArticle), today);
    }
    drive(schedule, today, today + kDay, changed);
  }
  const Moment end = kStart + 10 * kDay;
  born.push_back(end);
  const UrlId fresh = schedule.add(page("a.example", ScheduleKind::kArticle), end);
  while (schedule.evidence(fresh).fetches == 0) {
    const auto url = schedule.take(end);
    ASSERT_TRUE(url);
    schedule.fetched(*url, end, {*url != fresh && changed(*url, end), false});
  }
  EXPECT_GT(schedule.explain(fresh, end).body_rate, 8);
  EXPECT_LT(schedule.explain(fresh, end + 2 * kDay).body_rate, 1);
  // Another host's articles are taken to be like them.
  const UrlId other = schedule.add(page("b.example", ScheduleKind::kArticle), end);
  EXPECT_GT(schedule.explain(other, end).body_rate, 8);
}

TEST(Schedule, AFailureKeepsWhatIsKnownAndBacksOff) {
  Schedule schedule(options(200));
  const UrlId url = schedule.add(page(), kStart);
  drive(schedule, kStart, kStart + 5 * kDay, [](UrlId, Moment now) { return now % 7200 < 3600; });
  const UrlEvidence before = schedule.evidence(url);
  Moment now = kStart + 6 * kDay;
  Moment last_wait = 0;
  for (int n = 0; n < 12; ++n) {
    ASSERT_EQ(schedule.take(now), url);
    schedule.failed(url, now);
    const Moment wait = schedule.due(url) - now;
    EXPECT_GE(wait, last_wait);
    EXPECT_GE(wait, 15 * 60);
    EXPECT_LE(wait, kDay);
    last_wait = wait;
    now = schedule.due(url);
  }
  const UrlEvidence after = schedule.evidence(url);
  EXPECT_EQ(after.shape, before.shape);
  EXPECT_EQ(after.rate, before.rate);
  EXPECT_EQ(after.last, before.last);
  EXPECT_EQ(after.failures, 12U);
  schedule.failed(url, now, now + 3 * kDay);  // Retry-After
  EXPECT_EQ(schedule.due(url), now + 3 * kDay);
}

TEST(Schedule, AHostGetsNoMoreThanItsOwnBudget) {
  Schedule schedule(options(1000));
  for (int n = 0; n < 20; ++n) schedule.add(page("slow.example"), kStart);
  for (int n = 0; n < 20; ++n) schedule.add(page("fast.example"), kStart);
  schedule.set_host_budget("slow.example", 40);
  // Half of the fetches find something, without a rhythm that fetches at even distances could miss.
  const auto changed = [](UrlId url, Moment now) {
    return (static_cast<std::uint64_t>(now / 60 + url) * 2654435761U >> 20) % 2 == 0;
  };
  drive(schedule, kStart, kStart + 5 * kDay, changed);
  const auto fetches = drive(schedule, kStart + 5 * kDay, kStart + 10 * kDay, changed);
  int slow = 0;
  int fast = 0;
  for (int n = 0; n < 40; ++n) (n < 20 ? slow : fast) += fetches[n];
  EXPECT_LT(slow, 5 * 40 * 1.3);
  EXPECT_GT(slow, 5 * 40 * 0.6);
  EXPECT_GT(fast, 5 * 800);
  EXPECT_GT(schedule.explain(0, kStart + 10 * kDay).host_factor, 1);
}

TEST(Schedule, AHintIsFollowedOnceItHasProvedTrue) {
  Schedule schedule(options(60));
  for (int n = 0; n < 40; ++n) schedule.add(page(), kStart);
  drive(schedule, kStart, kStart + 5 * kDay, [](UrlId, Moment) { return false; });
  Moment now = kStart + 5 * kDay;
  schedule.hint(3, Hint::kSitemap, now);
  EXPECT_LE(schedule.due(3), now);
  EXPECT_EQ(schedule.explain(3, now).hint, Hint::kSitemap);
  EXPECT_EQ(schedule.explain(3, now).bound, DueReason::Bound::kHint);
  // It always lies: in the end nobody comes.
  for (int n = 0; n < 400; ++n) {
    schedule.hint(static_cast<UrlId>(n % 40), Hint::kSitemap, now);
    now += kHour;
    while (const auto url = schedule.take(now)) schedule.fetched(*url, now, {});
  }
  EXPECT_LT(schedule.explain(3, now).body_rate, 1);
  schedule.hint(3, Hint::kSitemap, now);
  EXPECT_LT(schedule.explain(3, now).hint_trust, 0.1);
}

TEST(Schedule, CopiesShareTheirRateAndAChangeOfOneIsAHintForTheOthers) {
  Schedule schedule(options(100));
  UrlSpec spec = page();
  spec.group = 7;
  const UrlId source = schedule.add(spec, kStart);
  spec.host = "b.example";
  const UrlId copy = schedule.add(spec, kStart);
  for (int n = 0; n < 2; ++n) {
    const auto url = schedule.take(kStart);
    ASSERT_TRUE(url);
    schedule.fetched(*url, kStart, {});
  }
  const double before = schedule.explain(copy, kStart).own_scale;
  const Moment due = schedule.due(source);
  std::optional<UrlId> taken;
  Moment now = due;
  for (; taken != source; now += 60)
    if ((taken = schedule.take(now)) && *taken == copy) schedule.fetched(copy, now, {});
  schedule.fetched(source, now, {true, true});
  EXPECT_GT(schedule.explain(copy, now).own_scale, before);
  EXPECT_EQ(schedule.explain(copy, now).hint, Hint::kCopy);
  EXPECT_EQ(schedule.explain(copy, now).own_scale, schedule.explain(source, now).own_scale);
}

TEST(Schedule, BoundsAndWindowsHaveTheLastWord) {
  Schedule schedule(options(100000));
  UrlSpec spec = page();
  spec.min = 2 * kHour;
  spec.max = 3 * kHour;
  const UrlId bounded = schedule.add(spec, kStart);
  spec = page();
  spec.windows = {{0x7F, 120, 180, 0}};  // 02:00-03:00
  const UrlId nightly = schedule.add(spec, kStart);
  const Moment first = schedule.due(nightly);
  EXPECT_EQ(first % kDay, 2 * kHour);
  Moment last = 0;
  for (Moment now = kStart; now < kStart + 3 * kDay; now += 60)
    while (const auto url = schedule.take(now)) {
      if (*url == nightly) {
        EXPECT_EQ(now % kDay / kHour, 2);
      } else if (last != 0) {
        EXPECT_GE(now - last, 2 * kHour);
        EXPECT_LE(now - last, 3 * kHour + 120);
      }
      if (*url == bounded) last = now;
      schedule.fetched(*url, now, {true, true});
    }
}

TEST(Schedule, WhatIsGoneIsLookedAtEverMoreRarely) {
  Schedule schedule(options(1000));
  const UrlId url = schedule.add(page(), kStart);
  Moment now = kStart;
  Moment wait = 0;
  for (int n = 0; n < 8; ++n) {
    ASSERT_EQ(schedule.take(now), url);
    schedule.gone(url, now);
    EXPECT_GE(schedule.due(url) - now, wait);
    wait = schedule.due(url) - now;
    now = schedule.due(url);
  }
  EXPECT_EQ(wait, 30 * kDay);
  ASSERT_EQ(schedule.take(now), url);
  schedule.fetched(url, now, {true, true});
  EXPECT_FALSE(schedule.evidence(url).gone);
}

TEST(Schedule, TheTimetableIsWhatHappensWhenNothingChanges) {
  Schedule schedule(options(96));
  for (int n = 0; n < 10; ++n) schedule.add(page(), kStart);
  drive(schedule, kStart, kStart + 3 * kDay, [](UrlId url, Moment) { return url < 3; });
  const Moment now = kStart + 3 * kDay;
  const std::vector<Planned> table = schedule.timetable(now, now + kDay, 1000);
  ASSERT_FALSE(table.empty());
  EXPECT_LE(table.size(), 97U);
  for (std::size_t n = 1; n < table.size(); ++n) EXPECT_LE(table[n - 1].at, table[n].at);
  EXPECT_EQ(schedule.timetable(now, now + kDay, 5).size(), 5U);
  EXPECT_GT(schedule.expected_delay(now), 0);
}

// A page that changes at every fetch must not make rates, price or queue run away (found by the
// simulation: after a day nothing was fetched any more).
TEST(Schedule, PagesThatAlwaysChangeDoNotStopIt) {
  Schedule schedule(options(600));
  for (int n = 0; n < 200; ++n) schedule.add(page(), kStart);
  drive(schedule, kStart, kStart + 20 * kDay, [](UrlId url, Moment) { return url % 3 != 0; });
  EXPECT_TRUE(std::isfinite(schedule.price()));
  const auto fetches = drive(schedule, kStart + 20 * kDay, kStart + 30 * kDay,
                             [](UrlId url, Moment) { return url % 3 != 0; });
  int sum = 0;
  for (const int n : fetches) sum += n;
  EXPECT_GT(sum, 600 * 10 * 8 / 10);
}

}  // namespace
}  // namespace tamis
