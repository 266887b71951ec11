// SPDX-License-Identifier: Apache-2.0
#include "tamis/watch.h"

#include "json/json.h"
#include "scratch.h"
#include "watch/news_site.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

namespace tamis {
namespace {

using namespace std::chrono_literals;
using test::FakeNetwork;
using test::SitePage;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kSitePages = 40;
#else
constexpr int kSitePages = 500;
#endif

struct Change {
  std::string url, kind;
};

class WatchTest : public testing::Test {
 protected:
  test::Scratch folder_;
  Rules rules_ = Rules::load(TAMIS_RULES_DIR);
  std::map<std::string, SitePage> site_;
  std::map<std::string, std::function<Fetched()>> lists_;
  FakeNetwork network_{[this](const FetchRequest& request) {
    const auto list = lists_.find(request.url);
    if (list != lists_.end()) return list->second();
    return test::serve(site_, request.url, network_.now());
  }};
  Time start_ = network_.now();
  WatchOptions options_;
  WatchTotals totals_;

  void SetUp() override {
    options_.crawl.agent = "testbot/1.0 (+https://test.example/)";
    options_.schedule.max_interval = 6 * 3600;
  }
  // Page n of host n % 25.
  static std::string url_of(int n) {
    return "http://www" + std::to_string(n % 25) + ".example/news/" + std::to_string(n) + ".html";
  }
  SitePage& page(int n) {
    SitePage& made = site_[url_of(n)];
    made.number = n;
    if (made.bodies.empty()) made.bodies[Time{}] = test::body_of(n, 4);
    return made;
  }
  void watch_for(Span span, const std::vector<int>& seeds = {}) {
    std::vector<SeedSource> items;
    for (const int n : seeds) items.push_back(source_of(n));
    watch_sources(span, items);
  }
  static SeedSource source_of(int n) {
    SeedSource source;
    source.url = url_of(n);
    return source;
  }
  void watch_sources(Span span, const std::vector<SeedSource>& items) {
    options_.run_for = span;
    const auto store = Store::open(folder_.path());
    const auto archive = open_archive("", {Layout::kNothing, {}, {}});
    Politeness pace{PoliteOptions()};
    totals_ = watch(items, options_, {network_, pace, *archive, *store, rules_}, nullptr);
  }
  std::vector<Change> changes() const {
    std::vector<Change> all;
    std::int64_t seq = 0;
    std::istringstream lines(folder_.read("changes.jsonl"));
    for (std::string line; std::getline(lines, line);) {
      const auto value = json::parse(line);
      EXPECT_TRUE(value) << line;
      EXPECT_EQ(std::get<std::int64_t>((*value).find("seq")->data), ++seq);
      all.push_back({std::string((*value).text_at("url")), std::string((*value).text_at("kind"))});
    }
    return all;
  }
  std::vector<std::string> kinds() const {
    std::vector<std::string> all;
    for (const Change& change : changes()) all.push_back(change.kind);
    return all;
  }
};

TEST_F(WatchTest, EveryBodyChangeAndNoneFromTheSidebars) {
  std::vector<int> seeds;
  std::multiset<std::string> truth;
  for (int n = 0; n < kSitePages; ++n) {
    SitePage& made = page(n);
    seeds.push_back(n);
    if (n % 3 != 0) continue;
    const Time first = start_ + 7h + std::chrono::seconds(n * 37 % 7200);
    made.bodies[first] = test::body_of(n, 4) + "<p>" + test::sentences(n + 3, 7) + "</p>";
    truth.insert(url_of(n));
    if (n % 2 != 0) continue;
    made.bodies[first + 8h] = test::body_of(n, 5);
    truth.insert(url_of(n));
  }
  options_.schedule.fetches_per_day = 10.0 * kSitePages;
  watch_for(25h, seeds);
  std::multiset<std::string> told;
  for (const Change& change : changes()) told.insert(change.url);
  EXPECT_EQ(told, truth);
  EXPECT_EQ(totals_.first, static_cast<std::uint64_t>(kSitePages));
  EXPECT_GT(totals_.looks, 3U * kSitePages);
}

TEST_F(WatchTest, NamesWhatBecameOfAnArticle) {
  options_.schedule.max_interval = 3600;
  SitePage& made = page(0);
  std::string typo = test::body_of(0, 4);
  typo.replace(typo.find("记者"), 6, "笔者");
  made.bodies[start_ + 2h] = typo;
  made.bodies[start_ + 5h] = typo + "<p>" + test::sentences(5, 3) + "</p>";
  made.bodies[start_ + 9h] = "<p>因报道内容与事实不符，本文已撤回，并向读者致歉。</p>";
  watch_for(12h, {0});
  EXPECT_EQ(kinds(), (std::vector<std::string>{"typo", "later-facts", "retraction"}));
  const auto store = Store::look(folder_.path());
  EXPECT_EQ(store->versions(0).size(), 4U);
}

TEST_F(WatchTest, GoneIsBelievedTheSecondTimeAndBackIsTold) {
  page(0).gone = start_ + 2h;
  watch_for(30h, {0});
  EXPECT_EQ(kinds(), std::vector<std::string>{"gone"});
  page(0).gone = Time::max();
  watch_for(Span(60h), {});
  EXPECT_EQ(kinds(), (std::vector<std::string>{"gone", "back"}));
}

TEST_F(WatchTest, GoesOnWhereItStoodAndAsksNobodyTooSoon) {
  for (int n = 0; n < 30; ++n) page(n);
  std::vector<int> seeds;
  for (int n = 0; n < 30; ++n) seeds.push_back(n);
  watch_for(125min, seeds);  // between two rounds
  const std::size_t asked = network_.asked.size();
  watch_for(1min, {});
  EXPECT_LT(network_.asked.size(), asked + 30);
  std::map<std::string, Time> last;
  for (const auto& [at, request] : network_.asked) {
    const std::string host = request.url.substr(0, request.url.find('/', 8));
    if (last.contains(host)) {
      EXPECT_GE(at - last[host], 2s) << request.url;
    }
    last[host] = at;
  }
}

TEST_F(WatchTest, OnceIsOncePerUrl) {
  std::vector<int> seeds;
  for (int n = 0; n < 60; ++n) {
    page(n);
    seeds.push_back(n % 50);
  }
  options_.once = true;
  options_.schedule.fetches_per_day = 1e6;
  watch_for(1h, seeds);
  EXPECT_EQ(totals_.looks, 50U);
}

TEST_F(WatchTest, AFailingServerLosesNothing) {
  page(0);
  page(25);
  watch_for(1h, {0, 25, 1});  // 1 is not there
  EXPECT_EQ(totals_.first, 2U);
  EXPECT_TRUE(changes().empty());
  const auto store = Store::look(folder_.path());
  EXPECT_EQ(store->last_seen(*store->find_url(url_of(1))).number, 0U);
}

TEST_F(WatchTest, FollowsFeedsAndTakesTheirWordAsAHint) {
  for (int n = 0; n < 3; ++n) page(n * 25);  // of one host
  const std::string feed = "http://www0.example/feed.xml";
  lists_[feed] = [this] {
    std::string items;
    for (int n = 0; n < (network_.now() < start_ + 3h ? 2 : 3); ++n)
      items += "<item><link>" + url_of(n * 25) + "</link></item>";
    return test::answer(
        200, "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>" + items + "</channel></rss>",
        {{"Content-Type", "application/rss+xml"}});
  };
  SeedSource source;
  source.url = feed;
  source.kind = SourceKind::kFeed;
  watch_sources(6h, {source});
  EXPECT_EQ(totals_.found, 3U);
  EXPECT_EQ(totals_.first, 3U);
  EXPECT_TRUE(changes().empty());
}

TEST_F(WatchTest, TheTimetableAsksNobody) {
  std::vector<SeedSource> items;
  for (int n = 0; n < 5; ++n) items.push_back(source_of(n));
  const Moment now = 1'700'000'000;
  const std::string text =
      timetable_text(nullptr, items, options_.schedule, now, now + 86400, 1000);
  EXPECT_NE(text.find(url_of(4)), std::string::npos);
  EXPECT_NE(text.find("5 URLs (5 of them new)"), std::string::npos);
  EXPECT_EQ(network_.asked.size(), 0U);
}

TEST_F(WatchTest, ExplainsWhyAUrlIsDue) {
  page(0);
  watch_for(8h, {0});
  const auto store = Store::look(folder_.path());
  const std::string text = explain_due(*store, url_of(0), 1'700'030'000, false);
  EXPECT_NE(text.find("due "), std::string::npos);
  EXPECT_NE(text.find("version 1"), std::string::npos);
  const auto value = json::parse(explain_due(*store, url_of(0), 1'700'030'000, true));
  ASSERT_TRUE(value);
  EXPECT_EQ((*value).text_at("url"), url_of(0));
  EXPECT_THROW(explain_due(*store, "http://other.example/", 1'700'030'000, false), Failure);
}

}  // namespace
}  // namespace tamis
