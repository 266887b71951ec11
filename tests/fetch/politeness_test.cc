// SPDX-License-Identifier: Apache-2.0
#include "tamis/politeness.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using namespace std::chrono_literals;

const Time kStart = Time(1'700'000'000'000ms);

Fetched answer(Outcome outcome, Time ended, Span latency = 100ms, std::string address = {}) {
  Fetched fetched;
  fetched.outcome = outcome;
  fetched.begun = ended - latency;
  fetched.ended = ended;
  fetched.times.first_byte = latency;
  fetched.address = std::move(address);
  return fetched;
}

TEST(Politeness, OneAtATimeAndThePauseFromTheEnd) {
  Politeness pace({});
  EXPECT_LE(pace.ready_at("a.example"), kStart);
  pace.begin("a.example", kStart);
  EXPECT_EQ(pace.ready_at("a.example"), Time::max());
  EXPECT_EQ(pace.state("a.example").ready, kStart + 2s);  // what a killed process leaves behind
  EXPECT_EQ(pace.end("a.example", answer(Outcome::kOk, kStart + 5s)), kStart + 7s);
  EXPECT_EQ(pace.ready_at("a.example"), kStart + 7s);
  EXPECT_LE(pace.ready_at("b.example"), kStart);
}

TEST(Politeness, SlowServersGetMoreTime) {
  Politeness pace({});
  pace.begin("a.example", kStart);
  EXPECT_EQ(pace.end("a.example", answer(Outcome::kOk, kStart, 3s)), kStart + 6s);
  // A quick error does not make us faster.
  pace.begin("a.example", kStart + 10s);
  EXPECT_EQ(pace.end("a.example", answer(Outcome::kGone, kStart + 10s, 1ms)), kStart + 16s);
}

TEST(Politeness, CrawlDelayIsAFloor) {
  Politeness pace({});
  pace.begin("a.example", kStart);
  pace.end("a.example", answer(Outcome::kOk, kStart));
  pace.set_crawl_delay("a.example", 30s);
  EXPECT_EQ(pace.ready_at("a.example"), kStart + 30s);
  EXPECT_EQ(pace.pause("a.example"), 30s);
  pace.set_crawl_delay("a.example", 1s);
  EXPECT_EQ(pace.pause("a.example"), 2s);
}

TEST(Politeness, NamesAtOneAddressTakeTurns) {
  Politeness pace({});
  for (const char* name : {"a.example", "b.example"}) {
    pace.begin(name, kStart);
    pace.end(name, answer(Outcome::kOk, kStart, 100ms, "192.0.2.1"));
  }
  pace.set_crawl_delay("b.example", 60s);  // its own wish, not its neighbour's
  EXPECT_EQ(pace.ready_at("a.example"), kStart + 2s);
  pace.begin("a.example", kStart + 2s);
  EXPECT_EQ(pace.ready_at("b.example"), Time::max());
  pace.end("a.example", answer(Outcome::kOk, kStart + 100s, 100ms, "192.0.2.1"));
  EXPECT_EQ(pace.ready_at("b.example"), kStart + 102s);
}

TEST(Politeness, ANameThatMovesTakesItsRequestAlong) {
  Politeness pace({});
  pace.begin("a.example", kStart);
  pace.end("a.example", answer(Outcome::kOk, kStart, 100ms, "192.0.2.1"));
  pace.begin("a.example", kStart + 10s);
  pace.end("a.example", answer(Outcome::kOk, kStart + 10s, 100ms, "192.0.2.2"));
  pace.begin("b.example", kStart + 20s);
  pace.end("b.example", answer(Outcome::kOk, kStart + 20s, 100ms, "192.0.2.1"));
  EXPECT_EQ(pace.ready_at("a.example"), kStart + 12s);
  EXPECT_EQ(pace.ready_at("b.example"), kStart + 22s);
}

TEST(Politeness, ATakenServerIsLearntAndCostsNothing) {
  Politeness pace({});
  pace.begin("a.example", kStart);
  pace.end("a.example", answer(Outcome::kOk, kStart, 100ms, "192.0.2.1"));
  pace.begin("a.example", kStart + 5s);
  pace.begin("b.example", kStart + 5s);
  pace.end("b.example", answer(Outcome::kServerTaken, kStart + 5s, 1ms, "192.0.2.1"));
  EXPECT_EQ(pace.ready_at("b.example"), Time::max());
  pace.end("a.example", answer(Outcome::kOk, kStart + 6s, 100ms, "192.0.2.1"));
  EXPECT_EQ(pace.ready_at("b.example"), kStart + 8s);
  EXPECT_EQ(pace.state("b.example").failures, 0u);
}

TEST(Politeness, RetryAfterIsObeyed) {
  Politeness pace({});
  Fetched busy = answer(Outcome::kBusy, kStart);
  busy.retry_after = Span(600s);
  pace.begin("a.example", kStart);
  EXPECT_EQ(pace.end("a.example", busy), kStart + 600s);
  busy.retry_after = Span(0);  // never faster than the pause
  busy.ended = kStart + 600s;
  pace.begin("a.example", kStart + 600s);
  EXPECT_EQ(pace.end("a.example", busy), kStart + 602s);
}

TEST(Politeness, BackOffGrowsIsBoundedAndRepeatable) {
  Politeness pace({}), again({});
  Time now = kStart;
  Span longest{};
  for (int i = 0; i < 60; ++i) {
    pace.begin("a.example", now);
    again.begin("a.example", now);
    const Time until = pace.end("a.example", answer(Outcome::kServerError, now));
    EXPECT_EQ(until, again.end("a.example", answer(Outcome::kServerError, now)));
    EXPECT_GE(until - now, 2s);
    EXPECT_LE(until - now, std::min<Span>(24h, Span(60s) * (1ll << std::min(i, 20))));
    longest = std::max(longest, until - now);
    now = until;
  }
  EXPECT_GT(longest, 12h);
  EXPECT_EQ(pace.state("a.example").failures, 60u);
  pace.begin("a.example", now);
  EXPECT_EQ(pace.end("a.example", answer(Outcome::kOk, now)), now + 2s);
  EXPECT_EQ(pace.state("a.example").failures, 0u);
}

TEST(Politeness, StateSurvivesARestart) {
  Politeness before({});
  before.begin("a.example", kStart);
  before.end("a.example", answer(Outcome::kServerError, kStart, 3s, "192.0.2.1"));
  before.set_crawl_delay("a.example", 90s);
  before.begin("b.example", kStart + 300s);
  before.end("b.example", answer(Outcome::kOk, kStart + 300s, 100ms, "192.0.2.1"));

  Politeness after({});
  for (const std::string& name : before.names()) after.restore(before.state(name));
  EXPECT_EQ(after.names(), (std::vector<std::string>{"a.example", "b.example"}));
  for (const std::string& name : before.names()) {
    EXPECT_EQ(after.ready_at(name), before.ready_at(name)) << name;
    EXPECT_EQ(after.pause(name), before.pause(name)) << name;
    EXPECT_EQ(after.state(name).failures, before.state(name).failures) << name;
  }
}

TEST(Politeness, AServerOfOnesOwnMayTakeMore) {
  PoliteOptions options;
  options.delay = 0s;
  options.factor = 0;
  options.per_server = 2;
  Politeness pace(options);
  pace.begin("a.example", kStart);
  EXPECT_LE(pace.ready_at("a.example"), kStart);
  pace.begin("a.example", kStart);
  EXPECT_EQ(pace.ready_at("a.example"), Time::max());
}

}  // namespace
}  // namespace tamis
