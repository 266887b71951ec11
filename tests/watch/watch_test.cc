// SPDX-License-Identifier: Apache-2.0
#include "tamis/watch.h"

#include "json/json.h"
#include "scratch.h"
#include "watch/news_site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace tamis {
namespace {

using namespace std::chrono_literals;
using test::FakeNetwork;
using test::SitePage;

constexpr int kSitePages = 50;  // loopback_test has five hundred

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

TEST_F(WatchTest, RelatesNewBodiesToKnownOnes) {
  page(0);
  page(1).bodies[Time{}] = test::body_of(0, 4);  // a copy on another site
  page(2);
  watch_for(1h, {0, 1, 2});
  std::istringstream lines(folder_.read("relations.jsonl"));
  std::vector<std::string> told;
  for (std::string line; std::getline(lines, line);) told.push_back(line);
  ASSERT_EQ(told.size(), 1U);
  const auto value = json::parse(told[0]);
  ASSERT_TRUE(value);
  EXPECT_EQ((*value).text_at("type"), "exact");
  EXPECT_EQ((*value).text_at("a"), url_of(1));
  EXPECT_EQ((*value).text_at("b"), url_of(0));
  {
    const auto store = Store::look(folder_.path());
    EXPECT_NE(store->url(0).copies, 0U);
    EXPECT_EQ(store->url(1).copies, store->url(0).copies);
    EXPECT_EQ(store->url(2).copies, 0U);
  }
  // The copy becomes another story.
  page(1).bodies[network_.now() + 1h] = test::body_of(12, 6);
  options_.schedule.max_interval = 3600;
  watch_for(4h);
  EXPECT_EQ(kinds().size(), 1U);
  EXPECT_EQ(Store::look(folder_.path())->url(1).copies, 0U);
}

TEST_F(WatchTest, AChangeNamesItsRelations) {
  options_.schedule.max_interval = 3600;
  page(0);
  page(1).bodies[start_ + 2h] = test::body_of(0, 4);
  watch_for(6h, {0, 1});
  const auto value = json::parse(folder_.read("changes.jsonl"));
  ASSERT_TRUE(value) << folder_.read("changes.jsonl");
  const json::Value* relations = (*value).find("relations");
  ASSERT_NE(relations, nullptr);
  const auto* list = std::get_if<json::Array>(&relations->data);
  ASSERT_NE(list, nullptr);
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ((*list)[0].text_at("type"), "exact");
  EXPECT_EQ((*list)[0].text_at("url"), url_of(0));
}

TEST_F(WatchTest, APermanentRedirectIsBelievedAfterAWeek) {
  page(25);
  const std::string old = "http://www0.example/old.html";
  int status = 301;
  lists_[old] = [&] { return test::redirect(status, url_of(25)); };
  SeedSource source;
  source.url = old;
  options_.schedule.min_interval = 12 * 3600;
  options_.schedule.max_interval = 2 * 86400;
  watch_sources(Span(6 * 24h), {source});
  EXPECT_EQ(totals_.moved, 0U);
  EXPECT_EQ(Store::look(folder_.path())->url_of(0), old);
  watch_sources(Span(4 * 24h), {source});
  EXPECT_EQ(totals_.moved, 1U);
  const std::size_t asked = network_.asked.size();
  watch_sources(Span(10 * 24h), {source});
  {
    const auto store = Store::look(folder_.path());
    EXPECT_EQ(store->size(), 1U);  // the seed's name is still its name
    EXPECT_EQ(store->url_of(0), url_of(25));
    EXPECT_EQ(store->find_url(old), 0U);
    EXPECT_EQ(store->versions(0).size(), 1U);
  }
  for (std::size_t n = asked; n < network_.asked.size(); ++n)
    EXPECT_NE(network_.asked[n].request.url, old);
}

TEST_F(WatchTest, ARedirectThatComesAndGoesIsNotBelieved) {
  page(25);
  const std::string old = "http://www0.example/old.html";
  lists_[old] = [&] {
    const bool odd = (network_.now() - start_) / Span(3 * 24h) % 2 != 0;
    return test::redirect(odd ? 302 : 301, url_of(25));
  };
  SeedSource source;
  source.url = old;
  options_.schedule.min_interval = 12 * 3600;
  options_.schedule.max_interval = 86400;
  watch_sources(Span(20 * 24h), {source});
  EXPECT_EQ(totals_.moved, 0U);
}

TEST_F(WatchTest, APageThatMovedToAWatchedOneIsLookedAtEverMoreRarely) {
  page(25);
  const std::string old = "http://www0.example/old.html";
  lists_[old] = [&] { return test::redirect(308, url_of(25)); };
  SeedSource source;
  source.url = old;
  options_.schedule.min_interval = 12 * 3600;
  options_.schedule.max_interval = 20 * 86400;
  watch_sources(Span(30 * 24h), {source, source_of(25)});
  EXPECT_EQ(totals_.moved, 0U);
  const auto asked = static_cast<std::size_t>(
      std::count_if(network_.asked.begin(), network_.asked.end(),
                    [&](const auto& one) { return one.request.url == old; }));
  EXPECT_LT(asked, 25U);
  EXPECT_TRUE(Store::look(folder_.path())->url(0).evidence.gone);
}

TEST_F(WatchTest, HoursOfASourceAreKept) {
  page(0);
  SeedSource source = source_of(0);
  source.hours = {*window_from_text("06:00-08:00 +08:00")};
  options_.schedule.max_interval = 1800;
  watch_sources(72h, {source});
  std::size_t looks = 0;
  for (const auto& [at, request] : network_.asked) {
    if (request.url != url_of(0)) continue;
    ++looks;
    const auto of_day = (at + 8h).time_since_epoch() % Span(24h);
    EXPECT_GE(of_day, Span(6h));
    EXPECT_LT(of_day, Span(8h) + 1min);
  }
  EXPECT_GE(looks, 6U);
  EXPECT_EQ(Store::look(folder_.path())->url(0).hours, source.hours);
}

TEST_F(WatchTest, ASourceThatIsWantedOtherwiseIsTakenAtItsWord) {
  page(0);
  SeedSource source = source_of(0);
  source.kind = SourceKind::kArticle;
  watch_sources(2h, {source});
  source.hours = {*window_from_text("06:00-08:00")};
  source.importance = 7;
  source.most = Span(3'600'000);
  watch_sources(1min, {source});
  watch_sources(1min, {source_of(0)});  // a bare URL wants nothing
  const WatchedUrl known = Store::look(folder_.path())->url(0);
  EXPECT_EQ(known.hours, source.hours);
  EXPECT_EQ(known.importance, 7);
  EXPECT_EQ(known.most, 3600U);
  EXPECT_EQ(Store::look(folder_.path())->size(), 1U);
}

TEST_F(WatchTest, SitemapsThatRobotsTxtNamesAreFollowedWhenAsked) {
  page(0);
  lists_["http://www0.example/robots.txt"] = [] {
    return test::answer(200,
                        "User-agent: *\nDisallow:\nSitemap: http://www0.example/map.xml\n"
                        "Sitemap: http://elsewhere.example/map.xml\nSitemap: nonsense\n");
  };
  lists_["http://www0.example/map.xml"] = [] {
    return test::answer(200,
                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" +
                            url_of(0) + "</loc></url></urlset>",
                        {{"Content-Type", "text/xml"}});
  };
  lists_["http://www0.example/"] = [] {
    return test::answer(200, "<p>x</p>", {{"Content-Type", "text/html"}});
  };
  SeedSource source;
  source.url = "http://www0.example/";
  source.kind = SourceKind::kSection;
  watch_sources(2h, {source});
  EXPECT_EQ(totals_.found, 0U);
  options_.sitemaps = true;
  watch_sources(26h, {});  // robots.txt is remembered, and names them all the same
  EXPECT_EQ(totals_.found, 2U);
  EXPECT_EQ(totals_.first, 1U);
}

TEST_F(WatchTest, OldExchangesAreSummedUp) {
  page(0);
  options_.schedule.max_interval = 3600;
  options_.keep_fetches = 24h;
  watch_for(72h, {0});
  const auto store = Store::open(folder_.path());
  EXPECT_FALSE(store->sum_up_fetches((network_.now() - 25h).time_since_epoch() / 1s, 100));
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

TEST_F(WatchTest, ExplainsHoursCopiesAndMoves) {
  page(0);
  page(1).bodies[Time{}] = test::body_of(0, 4);
  const std::string old = "http://www0.example/old.html";
  lists_[old] = [&] { return test::redirect(301, url_of(0)); };
  SeedSource source;
  source.url = old;
  source.hours = {*window_from_text("Mon-Sun 00:00-24:00")};
  watch_sources(1h, {source, source_of(1)});
  const auto store = Store::look(folder_.path());
  const std::string text = explain_due(*store, old, 1'700'004'000, false);
  EXPECT_NE(text.find("hours     Mon,Tue"), std::string::npos) << text;
  EXPECT_NE(text.find("copies    on other sites"), std::string::npos) << text;
  EXPECT_NE(text.find("moved     to " + url_of(0)), std::string::npos) << text;
  const auto value = json::parse(explain_due(*store, old, 1'700'004'000, true));
  ASSERT_TRUE(value);
  EXPECT_EQ((*value).text_at("moved"), url_of(0));
}

}  // namespace
}  // namespace tamis
