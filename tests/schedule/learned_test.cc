// SPDX-License-Identifier: Apache-2.0
#include "tamis/result.h"
#include "tamis/schedule.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

constexpr Moment kStart = 1'700'000'000;

Schedule made(bool run) {
  ScheduleOptions options;
  options.fetches_per_day = 500;
  Schedule schedule(options);
  for (int n = 0; n < 40; ++n) {
    UrlSpec spec;
    spec.host = n % 2 == 0 ? "a.example" : "b.example";
    spec.section = n % 3 == 0 ? "odd\tname%\n" : "news";
    spec.kind = n % 5 == 0 ? ScheduleKind::kSection : ScheduleKind::kArticle;
    spec.born = kStart - 1000;
    schedule.add(spec, kStart);
  }
  for (Moment now = kStart; run && now < kStart + 5 * 86400; now += 600)
    while (const auto url = schedule.take(now))
      schedule.fetched(*url, now, {(*url * 7 + now / 600) % 5 == 0, true});
  return schedule;
}

TEST(Learned, ARestoredScheduleDecidesAsTheOneThatWasSaved) {
  const Schedule saved = made(true);
  Schedule restored = made(false);
  restored.restore_learned(saved.learned());
  for (UrlId url = 0; url < 40; ++url) restored.restore(url, saved.evidence(url));
  const Moment now = kStart + 5 * 86400;
  for (UrlId url = 0; url < 40; ++url) {
    EXPECT_EQ(restored.evidence(url), saved.evidence(url));
    EXPECT_NEAR(restored.explain(url, now).body_rate, saved.explain(url, now).body_rate,
                0.02 * saved.explain(url, now).body_rate);
    EXPECT_DOUBLE_EQ(restored.explain(url, now).price, saved.explain(url, now).price);
  }
  EXPECT_EQ(restored.learned(), saved.learned());
}

TEST(Learned, WhatCannotBeReadIsAFailure) {
  const std::string good = made(true).learned();
  for (const std::string& bad :
       {std::string(), std::string("tamis-schedule 2\n"), std::string("nonsense"),
        good + "host\t9\tx", good + "price\tnan\n", good + "price\t-1\n", good + "what\t1\n",
        good + "section\t0\ta%\tb\t1\t1\n", good + "section\t0\ta%zz\tb\t1\t1\n",
        good.substr(0, good.size() / 2)}) {
    Schedule schedule = made(false);
    EXPECT_THROW(schedule.restore_learned(bad), Failure) << bad.size();
  }
}

}  // namespace
}  // namespace tamis
