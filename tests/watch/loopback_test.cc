// SPDX-License-Identifier: Apache-2.0
// One site, one virtual day, all the way: robots.txt, a sitemap, five hundred articles over TCP,
// libcurl, the cleaner, the schedule, the store.
#include "watch/loopback.h"

#include "json/json.h"
#include "scratch.h"
#include "tamis/watch.h"
#include "watch/news_site.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <set>

namespace tamis {
namespace {

using namespace std::chrono_literals;
using test::LoopbackServer;
using test::Reply;
using test::SitePage;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kSitePages = 100;
#else
constexpr int kSitePages = 500;
#endif
constexpr Span kDelay{2'000};

const Time kBegin = Time(Span(1'700'000'000'000));

// Every third article changes once, half of these a second time; every tenth sends validators.
SitePage page_of(int n) {
  SitePage page;
  page.number = n;
  page.bodies[Time{}] = test::body_of(n, 4);
  if (n % 3 != 0) return page;
  const Time first = kBegin + 4h + std::chrono::seconds(n * 137 % 25'000);
  page.bodies[first] = test::body_of(n, 4) + "<p>" + test::sentences(n + 3, 7) + "</p>";
  if (n % 2 == 0) page.bodies[first + 9h] = test::body_of(n, 5);
  return page;
}

class Site {
 public:
  explicit Site(std::string base) : base_(std::move(base)) {
    for (int n = 0; n < kSitePages; ++n) pages_.push_back(page_of(n));
  }
  std::multiset<std::string> truth() const {
    std::multiset<std::string> changes;
    for (const SitePage& page : pages_)
      for (std::size_t n = 1; n < page.bodies.size(); ++n) changes.insert(url_of(page.number));
    return changes;
  }
  std::string url_of(int n) const { return base_ + "/news/" + std::to_string(n) + ".html"; }

  Reply say(const LoopbackServer::Asked& asked) const {
    if (asked.path == "/robots.txt") return {200, "User-agent: *\nDisallow: /private\n", ""};
    if (asked.path == "/sitemap.xml") return {200, sitemap(), "Content-Type: text/xml\r\n"};
    int n = -1;
    if (asked.path.starts_with("/news/"))
      std::from_chars(asked.path.data() + 6, asked.path.data() + asked.path.size(), n);
    if (n < 0 || n >= kSitePages) return {};
    return article(pages_[static_cast<std::size_t>(n)], asked);
  }

 private:
  std::string sitemap() const {
    std::string text = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
    for (int n = 0; n < kSitePages; ++n) text += "<url><loc>" + url_of(n) + "</loc></url>";
    return text + "</urlset>";
  }
  static Reply article(const SitePage& page, const LoopbackServer::Asked& asked) {
    const auto body = std::prev(page.bodies.upper_bound(asked.at));
    Reply reply{200, test::page_html(page, body->second, asked.at),
                "Content-Type: text/html; charset=utf-8\r\n"};
    if (page.number % 10 != 0) return reply;
    const std::string tag = "\"v" + std::to_string(std::distance(page.bodies.begin(), body)) + "\"";
    reply.headers += "ETag: " + tag + "\r\n";
    if (asked.headers.find("If-None-Match: " + tag) == std::string::npos) return reply;
    return {304, "", reply.headers};
  }

  std::string base_;
  std::vector<SitePage> pages_;
};

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

TEST(Loopback, OneDayOfASiteEveryChangeOfAnArticleAndNothingElse) {
  const test::Scratch folder;
  test::SharedTime clock{kBegin.time_since_epoch().count()};
  LoopbackServer server(clock);
  const Site site(server.url(""));
  server.begin([&](const auto& asked) { return site.say(asked); });

  WatchOptions options;
  options.crawl.agent = "testbot/1.0 (+https://test.example/)";
  options.schedule.fetches_per_day = 8.0 * kSitePages;
  options.schedule.max_interval = 4 * 3600;
  options.run_for = 24h;
  FetchOptions fetching;
  fetching.agent = options.crawl.agent;
  fetching.allow_addresses = {"127.0.0.1"};
  test::VirtualNetwork network(open_network(fetching), clock);
  SeedSource seed;
  seed.url = server.url("/sitemap.xml");
  seed.kind = SourceKind::kSitemap;
  const auto store = Store::open(folder.path());
  const auto archive = open_archive("", {Layout::kNothing, {}, {}});
  const Rules rules = Rules::load(TAMIS_RULES_DIR);
  Politeness pace{PoliteOptions()};
  const WatchTotals totals =
      watch({seed}, options, {network, pace, *archive, *store, rules}, nullptr);

  EXPECT_EQ(totals.first, static_cast<std::uint64_t>(kSitePages));
  EXPECT_EQ(totals.found, static_cast<std::uint64_t>(kSitePages));
  std::multiset<std::string> told;
  for (const std::string& line : lines_of(folder.path() + "/changes.jsonl")) {
    const auto value = json::parse(line);
    ASSERT_TRUE(value) << line;
    told.insert(std::string((*value).text_at("url")));
  }
  EXPECT_EQ(told, site.truth());

  // The server's own log: one at a time, the pause between two, robots.txt first.
  const auto asked = server.asked();
  EXPECT_GT(asked.size(), 5U * kSitePages);
  EXPECT_EQ(asked.front().path, "/robots.txt");
  for (std::size_t n = 1; n < asked.size(); ++n)
    ASSERT_GE(asked[n].at - asked[n - 1].at, kDelay) << asked[n].path;
}

}  // namespace
}  // namespace tamis
