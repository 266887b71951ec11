// SPDX-License-Identifier: Apache-2.0
#include "tamis/store.h"

#include "scratch.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

class StoreTest : public testing::Test {
 protected:
  test::Scratch folder_;
  std::unique_ptr<Store> store_ = Store::open(folder_.path());

  // As a kill leaves it: what was not committed is gone.
  void reopen() {
    store_.reset();
    store_ = Store::open(folder_.path());
  }
  UrlId add(const std::string& url) {
    WatchedUrl made;
    made.url = url;
    made.host = "a.example";
    made.section = "/news";
    made.born = 1234;
    return store_->add_url(made);
  }
  void change(const std::string& kind) { store_->add_change(0, "\"kind\":\"" + kind + "\""); }
  std::string line(int seq, const std::string& kind) {
    return "{\"version\":1,\"seq\":" + std::to_string(seq) + ",\"kind\":\"" + kind + "\"}\n";
  }
};

TEST_F(StoreTest, KeepsUrlsAndTheirEvidence) {
  EXPECT_EQ(add("http://a.example/1"), 0U);
  EXPECT_EQ(add("http://a.example/2"), 1U);
  UrlEvidence known;
  known.shape = 1.25F;
  known.rate = 3.5F;
  known.raw_shape = 0.5F;
  known.fetches = 7;
  known.body_changes = 2;
  known.failures = 1;
  known.last = 1000;
  known.due = 2000;
  known.gone = true;
  store_->set_evidence(1, known);
  store_->set_due(0, 77);
  store_->set_note("learned", "x\ty");
  store_->commit();
  reopen();
  EXPECT_EQ(store_->size(), 2U);
  std::vector<WatchedUrl> all;
  store_->each_url([&](const WatchedUrl& url) { all.push_back(url); });
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].evidence.due, 77);
  EXPECT_EQ(all[0].born, 1234);
  EXPECT_EQ(all[1].section, "/news");
  EXPECT_EQ(all[1].evidence, known);
  EXPECT_EQ(store_->find_url("http://a.example/2"), 1U);
  EXPECT_EQ(store_->find_url("http://a.example/3"), std::nullopt);
  EXPECT_EQ(store_->url_of(0), "http://a.example/1");
  EXPECT_EQ(store_->note("learned"), "x\ty");
  EXPECT_EQ(store_->note("none"), "");
}

TEST_F(StoreTest, WhatWasNotCommittedIsNotThere) {
  add("http://a.example/1");
  store_->commit();
  add("http://a.example/2");
  reopen();
  EXPECT_EQ(store_->size(), 1U);
}

TEST_F(StoreTest, VersionsAndLooks) {
  add("http://a.example/1");
  EXPECT_EQ(store_->last_seen(0).number, 0U);
  store_->add_version(0, {1, 100, "", "题", std::string("正\0文", 7), "2026-01-02"});
  store_->add_version(0, {2, 200, "typo", "题", "正文二", ""});
  store_->set_seen(0, "ab", 300, 2);
  store_->commit();
  reopen();
  const LastSeen seen = store_->last_seen(0);
  EXPECT_EQ(seen.number, 2U);
  EXPECT_EQ(seen.text, "正文二");
  EXPECT_EQ(seen.raw, "ab");
  EXPECT_EQ(seen.at, 300);
  EXPECT_EQ(seen.missing, 2U);
  const auto versions = store_->versions(0);
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].text, std::string("正\0文", 7));
  EXPECT_EQ(versions[1].kind, "typo");
}

TEST_F(StoreTest, ServersRobotsAndValidators) {
  ServerState server;
  server.name = "a.example";
  server.address = "192.0.2.1";
  server.ready = Time(Span(1'700'000'000'123));
  server.latency = Span(45);
  server.failures = 3;
  store_->beginning("http://a.example/1", server, Time(Span(1'700'000'000'000)));
  Fetched answer;
  answer.url = "http://a.example/1";
  answer.outcome = Outcome::kOk;
  answer.headers = {{"ETag", "\"x\""}};
  store_->fetched(answer, {answer.url, "2026-01-01T00:00:00Z", "sha1:a"}, server);
  answer.outcome = Outcome::kNotModified;
  answer.headers = {{"ETag", "\"y\""}, {"Last-Modified", "then"}};
  store_->fetched(answer, {}, server);
  answer.outcome = Outcome::kTruncated;
  answer.headers = {{"ETag", "\"z\""}};
  store_->fetched(answer, {}, server);
  RobotsMemory memory;
  memory.body = "User-agent: *\nDisallow: /\n";
  memory.good_at = 5;
  store_->robots_read("http://a.example", memory);
  store_->refused("http://a.example/no", Outcome::kRobotsDenied, "robots.txt:2");
  store_->commit();
  reopen();
  ASSERT_EQ(store_->servers().size(), 1U);
  EXPECT_EQ(store_->servers()[0].ready, server.ready);
  EXPECT_EQ(store_->servers()[0].failures, 3U);
  const auto known = store_->find("http://a.example/1");
  ASSERT_TRUE(known);
  EXPECT_EQ(known->etag, "\"y\"");
  EXPECT_EQ(known->modified, "then");
  EXPECT_EQ(known->capture.digest, "sha1:a");
  const auto robots = store_->robots("http://a.example");
  ASSERT_TRUE(robots);
  EXPECT_EQ(robots->body, memory.body);
  EXPECT_EQ(robots->failing_since, RobotsMemory::kNever);
  EXPECT_FALSE(store_->robots("http://b.example"));
}

TEST_F(StoreTest, EveryChangeStandsInTheStreamOnce) {
  add("http://a.example/1");
  change("typo");
  store_->commit();
  change("gone");
  store_->commit();
  EXPECT_EQ(folder_.read("changes.jsonl"), line(1, "typo") + line(2, "gone"));
  reopen();
  EXPECT_EQ(folder_.read("changes.jsonl"), line(1, "typo") + line(2, "gone"));
  EXPECT_EQ(store_->changes(), 2U);
}

TEST_F(StoreTest, AKillBetweenCommitAndStreamIsMended) {
  add("http://a.example/1");
  change("typo");
  store_->commit();
  change("back");
  store_->commit();
  store_.reset();
  const std::string whole = line(1, "typo") + line(2, "back");
  for (const std::size_t kept : {whole.size() - 1, whole.size() - 20, line(1, "typo").size()}) {
    folder_.write("changes.jsonl", whole.substr(0, kept));
    reopen();
    EXPECT_EQ(folder_.read("changes.jsonl"), whole) << kept;
  }
  store_.reset();
  std::filesystem::remove(folder_.path("changes.jsonl"));  // taken away by its reader
  reopen();
  EXPECT_EQ(folder_.read("changes.jsonl"), "");
  change("gone");
  store_->commit();
  EXPECT_EQ(folder_.read("changes.jsonl"), line(3, "gone"));
}

TEST_F(StoreTest, WhatIsNoHistoryIsAFailureWithARemedy) {
  test::Scratch other;
  EXPECT_EQ(Store::look(other.path()), nullptr);
  other.write("history.db", std::string(5000, 'x'));
  try {
    Store::open(other.path());
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("history.db"), std::string::npos);
    EXPECT_FALSE(failure.remedy().empty());
  }
  test::Scratch third;
  third.write("changes.jsonl", "not a change\n");
  EXPECT_THROW(Store::open(third.path()), Failure);
  EXPECT_THROW(Store::open(third.path("no/such/folder")), Failure);
}

TEST_F(StoreTest, FingerprintsFindWhatIsAlike) {
  const Canon canon;
  std::vector<Fingerprint> prints;
  for (int n = 0; n < 5; ++n) {
    add("http://a.example/" + std::to_string(n));
    std::string text;
    for (int part = 0; part < 40; ++part)
      text += "第" + std::to_string(n * 1000 + part) + "号方案由市交通局公布，";
    if (n == 3) text = "编者按：" + std::string(text.begin(), text.end());
    prints.push_back(fingerprint(text, canon));
    store_->set_print(static_cast<UrlId>(n), prints.back());
  }
  store_->set_print(4, prints[1]);
  store_->commit();
  reopen();
  EXPECT_EQ(store_->alike(1, prints[1], 1), std::vector<UrlId>{4});
  EXPECT_EQ(store_->alike(4, prints[1], 1), std::vector<UrlId>{1});
  EXPECT_EQ(store_->alike(9, prints[3], 1), std::vector<UrlId>{3});
  EXPECT_LE(store_->alike(0, prints[0], 2).size(), 2U);
  store_->set_print(4, prints[0]);  // its old one is forgotten
  EXPECT_EQ(store_->alike(0, prints[0], 1), std::vector<UrlId>{4});
}

TEST_F(StoreTest, AMovedPageIsKnownByBothNames) {
  add("http://a.example/1");
  store_->set_moved(0, {"http://b.example/1", 2, 500});
  store_->set_claimed(0, 99);
  store_->commit();
  reopen();
  EXPECT_EQ(store_->moved(0).count, 2U);
  EXPECT_EQ(store_->moved(0).first, 500);
  EXPECT_EQ(store_->last_seen(0).claimed, 99);
  WatchedUrl named;
  named.url = "http://b.example/1";
  named.host = "b.example";
  store_->rename_url(0, named);
  store_->set_moved(0, {});
  EXPECT_EQ(store_->moved(0).target, "");
  EXPECT_EQ(store_->url(0).host, "b.example");
  EXPECT_EQ(store_->find_url("http://a.example/1"), 0U);
  EXPECT_EQ(store_->find_url("http://b.example/1"), 0U);
}

TEST_F(StoreTest, RelationsAreAStreamOfTheirOwn) {
  add("http://a.example/1");
  change("typo");
  store_->add_relation(0, "\"type\":\"near\"");
  store_->commit();
  reopen();
  store_->add_relation(0, "\"type\":\"exact\"");
  store_->commit();
  EXPECT_EQ(folder_.read("changes.jsonl"), line(1, "typo"));
  EXPECT_EQ(folder_.read("relations.jsonl"),
            "{\"version\":1,\"seq\":1,\"type\":\"near\"}\n"
            "{\"version\":1,\"seq\":2,\"type\":\"exact\"}\n");
}

TEST_F(StoreTest, OldExchangesBecomeSums) {
  Fetched answer;
  answer.url = "http://a.example/1";
  answer.outcome = Outcome::kOk;
  for (int n = 0; n < 10; ++n) {
    answer.begun = answer.ended = Time(Span(1'700'000'000'000 + n * 3'600'000LL));
    store_->fetched(answer, {}, ServerState());
  }
  store_->commit();
  const Moment fifth = 1'700'000'000 + 5 * 3600;
  EXPECT_TRUE(store_->sum_up_fetches(fifth, 3));
  EXPECT_FALSE(store_->sum_up_fetches(fifth, 3));
  EXPECT_FALSE(store_->sum_up_fetches(fifth, 3));
  EXPECT_TRUE(store_->sum_up_fetches(fifth + 86400, 5));
  store_->commit();
}

}  // namespace
}  // namespace tamis
