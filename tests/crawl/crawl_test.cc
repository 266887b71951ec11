// SPDX-License-Identifier: Apache-2.0
#include "tamis/crawl.h"

#include "crawl/fake_network.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tamis {
namespace {

using namespace std::chrono_literals;
using test::answer;
using test::FakeNetwork;
using test::redirect;

class CrawlTest : public testing::Test {
 protected:
  // Pages by URL; what is not there is 404.
  std::map<std::string, std::function<Fetched()>> web_;
  FakeNetwork network_{[this](const FetchRequest& request) {
    const auto found = web_.find(request.url);
    return found == web_.end() ? answer(404, "") : found->second();
  }};
  Politeness pace_{PoliteOptions()};
  CrawlOptions options_;
  std::unique_ptr<Archive> archive_ = open_archive("", {Layout::kNothing, {}, {}});
  std::unique_ptr<CrawlMemory> memory_ = forgetful_memory();
  CrawlWatcher watcher_;
  std::map<std::string, Outcome> ends_;
  std::map<std::string, std::string> reasons_;

  void SetUp() override {
    options_.agent = "testbot/1.0 (+https://test.example/)";
    watcher_.ended = [this](const CrawlResult& result, std::vector<CrawlItem>&) {
      ends_[result.item.url] = result.answer.outcome;
      reasons_[result.item.url] = result.answer.reason;
    };
  }
  void page(const std::string& url, int status = 200, const std::string& body = "<p>x</p>") {
    web_[url] = [=] { return answer(status, body); };
  }
  void leads(const std::string& url, const std::string& to, int status = 302) {
    web_[url] = [=] { return redirect(status, to); };
  }
  CrawlTotals run(const std::vector<std::string>& urls) {
    std::vector<CrawlItem> items;
    for (const std::string& url : urls) items.push_back({url, 0, 0, {}});
    return crawl(items, options_, network_, pace_, *archive_, *memory_, watcher_);
  }
};

TEST_F(CrawlTest, RobotsFirstThenOneAtATimeWithThePause) {
  page("http://a.example/1");
  page("http://a.example/2");
  page("http://b.example/1");
  const CrawlTotals totals =
      run({"http://a.example/1", "http://a.example/2", "http://b.example/1", "http://a.example/1"});
  EXPECT_EQ(totals.urls.at(Outcome::kOk), 3u);
  EXPECT_EQ(totals.requests, 5u);
  EXPECT_EQ(totals.servers, 2u);
  std::map<std::string, Time> last;
  for (const auto& [at, request] : network_.asked) {
    const std::string host = request.url.substr(0, 16);
    if (last.contains(host)) {
      EXPECT_GE(at - last[host], 2s + network_.latency) << request.url;
    } else {
      EXPECT_TRUE(request.url.ends_with("/robots.txt")) << request.url;
    }
    last[host] = at;
  }
}

TEST_F(CrawlTest, RobotsIsObeyedAndItsDelayKept) {
  page("http://a.example/robots.txt", 200, "User-agent: testbot\nDisallow: /no\nCrawl-delay: 30\n");
  page("http://a.example/1");
  page("http://a.example/2");
  run({"http://a.example/no/1", "http://a.example/1", "http://a.example/2"});
  EXPECT_EQ(ends_["http://a.example/no/1"], Outcome::kRobotsDenied);
  EXPECT_EQ(reasons_["http://a.example/no/1"], "robots.txt:2: Disallow: /no");
  ASSERT_EQ(network_.asked.size(), 3u);
  EXPECT_GE(network_.asked[1].at - network_.asked[0].at, 30s);
  EXPECT_GE(network_.asked[2].at - network_.asked[1].at, 30s);
}

TEST_F(CrawlTest, NoRobotsThatCanBeReadMeansNoPages) {
  page("http://a.example/robots.txt", 500);
  page("http://b.example/robots.txt", 404);
  page("http://b.example/1");
  run({"http://a.example/1", "http://b.example/1"});
  EXPECT_EQ(ends_["http://a.example/1"], Outcome::kRobotsUnavailable);
  EXPECT_EQ(ends_["http://b.example/1"], Outcome::kOk);
}

// Without an end, the places of what has ended are used again, for other URLs.
TEST_F(CrawlTest, WhatHasEndedMayBeSuppliedAgainWhateverItLedTo) {
  leads("http://a.example/from", "http://a.example/page");
  leads("http://a.example/away", "http://a.example/unasked");
  for (const char* name : {"page", "unasked", "x"}) page(std::string("http://a.example/") + name);
  std::map<std::string, int> times;
  watcher_.ended = [&](const CrawlResult& result, std::vector<CrawlItem>&) {
    ++times[result.item.url.substr(17) + " " + outcome_name(result.answer.outcome)];
  };
  int rounds = 0;
  watcher_.supply = [&](Time now, std::size_t waiting, std::vector<CrawlItem>& more) {
    if (waiting > 0) return now + 1s;
    if (++rounds > 6) return Time::max();
    std::vector<std::string> names{"from", "page", "away", "x"};
    std::rotate(names.begin(), names.begin() + rounds % 4, names.end());
    for (const std::string& name : names) more.push_back({"http://a.example/" + name, 0, 0, {}});
    return now + 1s;
  };
  run({});
  EXPECT_EQ(times["x ok"], 6);
  EXPECT_EQ(times["page ok"], 6);
  EXPECT_EQ(times["away ok"], 6);  // its hop is nobody else's
  EXPECT_EQ(times["from redirect"] + times["from ok"], 6);
}

TEST_F(CrawlTest, RobotsElsewhereIsFollowed) {
  leads("http://a.example/robots.txt", "http://www.a.example/robots.txt", 301);
  page("http://www.a.example/robots.txt", 200, "User-agent: *\nDisallow: /\n");
  run({"http://a.example/1"});
  EXPECT_EQ(ends_["http://a.example/1"], Outcome::kRobotsDenied);
  EXPECT_EQ(network_.asked.size(), 2u);
}

TEST_F(CrawlTest, EachHopIsCheckedAndPaced) {
  leads("http://a.example/1", "http://a.example/2");
  leads("http://a.example/2", "http://b.example/no/3");
  page("http://b.example/robots.txt", 200, "User-agent: *\nDisallow: /no\n");
  leads("http://a.example/loop", "http://a.example/loop2");
  leads("http://a.example/loop2", "http://a.example/loop");
  leads("http://a.example/out", "http://c.example/");
  watcher_.in_scope = [](const CrawlItem&, const std::string& url) {
    return url.find("c.example") == url.npos;
  };
  run({"http://a.example/1", "http://a.example/loop", "http://a.example/out"});
  EXPECT_EQ(ends_["http://a.example/1"], Outcome::kRobotsDenied);
  EXPECT_EQ(ends_["http://a.example/loop"], Outcome::kRedirectLoop);
  EXPECT_EQ(ends_["http://a.example/out"], Outcome::kOutOfScope);
  for (const std::string& url : network_.urls()) {
    EXPECT_EQ(url.find("c.example"), url.npos);
    EXPECT_EQ(url.find("/no"), url.npos);
  }
}

TEST_F(CrawlTest, TooManyHops) {
  for (int i = 0; i < 30; ++i)
    leads("http://a.example/" + std::to_string(i), "http://a.example/" + std::to_string(i + 1));
  options_.redirects = 4;
  run({"http://a.example/0"});
  EXPECT_EQ(ends_["http://a.example/0"], Outcome::kTooManyRedirects);
  EXPECT_EQ(network_.asked.size(), 6u);  // robots.txt and five
}

TEST_F(CrawlTest, WhatMayPassIsTriedAgainBehindTheBackOff) {
  int times = 0;
  web_["http://a.example/1"] = [&] { return answer(++times < 3 ? 500 : 200, "x"); };
  run({"http://a.example/1"});
  EXPECT_EQ(ends_["http://a.example/1"], Outcome::kOk);
  EXPECT_EQ(times, 3);
  web_["http://b.example/1"] = [&] { return answer(502, "x"); };
  run({"http://b.example/1"});
  EXPECT_EQ(ends_["http://b.example/1"], Outcome::kServerError);
}

TEST_F(CrawlTest, AServerThatWantsALongPauseIsGivenUp) {
  web_["http://a.example/1"] = [&] {
    Fetched busy = answer(503, "");
    busy.outcome = Outcome::kBusy;
    busy.retry_after = Span(1h);
    return busy;
  };
  page("http://a.example/2");
  run({"http://a.example/1", "http://a.example/2"});
  EXPECT_EQ(ends_["http://a.example/1"], Outcome::kBusy);
  EXPECT_EQ(ends_["http://a.example/2"], Outcome::kBusy);
  EXPECT_EQ(network_.asked.size(), 2u);
}

TEST_F(CrawlTest, WhatAPageLeadsToIsFetchedOnce) {
  page("http://a.example/list");
  page("http://a.example/1");
  page("http://a.example/2");
  watcher_.ended = [&](const CrawlResult& result, std::vector<CrawlItem>& more) {
    ends_[result.item.url] = result.answer.outcome;
    if (result.item.depth > 0) return;
    for (const char* url : {"http://a.example/1", "http://a.example/2", "http://a.example/list"})
      more.push_back({url, result.item.source, result.item.depth + 1, {}});
  };
  run({"http://a.example/list"});
  EXPECT_EQ(ends_.size(), 3u);
  EXPECT_EQ(network_.asked.size(), 4u);
}

TEST_F(CrawlTest, EnoughIsEnoughAndAStopIsClean) {
  for (int i = 0; i < 5; ++i) page("http://a.example/" + std::to_string(i));
  options_.max_pages = 2;
  run({"http://a.example/0", "http://a.example/1", "http://a.example/2", "http://a.example/3"});
  EXPECT_EQ(ends_["http://a.example/3"], Outcome::kCancelled);
  EXPECT_EQ(network_.asked.size(), 3u);
  const std::atomic<bool> stop{true};
  watcher_.stop = &stop;
  EXPECT_FALSE(run({"http://b.example/1"}).finished);
}

TEST_F(CrawlTest, TheLogRemembersValidatorsAndPace) {
  const test::Scratch scratch;
  const CrawlFolder folder(scratch.path());
  EXPECT_THROW(CrawlFolder(scratch.path()), Failure);
  archive_ = open_archive(scratch.path(), {});
  memory_.reset();
  memory_ = logged_memory(scratch.path(), options_.agent);
  web_["http://a.example/1"] = [] { return answer(200, "x", {{"ETag", "\"1\""}}); };
  run({"http://a.example/1"});
  const Time end = network_.now();
  // A torn last line costs nothing but itself.
  memory_.reset();
  const std::string log = scratch.read(".tamis/fetches.jsonl");
  scratch.write(".tamis/fetches.jsonl", log + "{\"time\":\"2026");
  memory_.reset();
  memory_ = logged_memory(scratch.path(), options_.agent);
  EXPECT_EQ(memory_->find("http://a.example/1")->etag, "\"1\"");
  pace_ = Politeness(PoliteOptions());
  web_["http://a.example/1"] = [] { return answer(304, "", {{"ETag", "\"2\""}}); };
  network_.asked.clear();
  run({"http://a.example/1"});
  ASSERT_EQ(network_.asked.size(), 2u);
  EXPECT_GE(network_.asked[0].at, end + 2s);
  EXPECT_EQ(network_.asked[1].request.etag, "\"1\"");
  memory_.reset();
  memory_ = logged_memory(scratch.path(), options_.agent);
  EXPECT_EQ(memory_->find("http://a.example/1")->etag, "\"2\"");
}

TEST_F(CrawlTest, APageThatWantsNoArchiveIsNotKeptOnRequest) {
  const test::Scratch scratch;
  archive_ = open_archive(scratch.path(), {});
  page("http://a.example/1", 200, "<meta name=robots content=noarchive><p>x</p>");
  run({"http://a.example/1"});
  const std::uint64_t kept = archive_->bytes_written();
  EXPECT_GT(kept, 0u);
  page("http://b.example/1", 200, "<meta name=robots content=noarchive><p>x</p>");
  options_.obey_page_robots = true;
  run({"http://b.example/1"});
  EXPECT_EQ(archive_->bytes_written(), kept);
  EXPECT_EQ(ends_["http://b.example/1"], Outcome::kOk);
}

Fetched html(std::string body, HttpHeaders headers = {}) {
  return answer(200, std::move(body), std::move(headers));
}

TEST(PageRobots, OfHeadersAndMeta) {
  const auto read = [](const Fetched& fetched) {
    return read_page_robots(fetched, "newsbot/1.0 (+https://a.example/)").text;
  };
  EXPECT_EQ(read(html("<p>x</p>")), "");
  EXPECT_EQ(read(html("", {{"X-Robots-Tag", "NoIndex, nofollow"}})), "noindex, nofollow");
  EXPECT_EQ(read(html("", {{"x-robots-tag", "otherbot: noindex"}})), "");
  EXPECT_EQ(read(html("", {{"x-robots-tag", "newsbot: noarchive"}})), "noarchive");
  EXPECT_EQ(read(html("", {{"x-robots-tag", "unavailable_after: 25 Jun 2030 15:00:00 PST"}})), "");
  EXPECT_EQ(read(html("<META content='noarchive' name=\"Robots\">")), "noarchive");
  EXPECT_EQ(read(html("<meta name=newsbot content=none>")), "none");
  EXPECT_EQ(read(html("<meta name=otherbot content=none>")), "");
  EXPECT_EQ(read(html("<meta name=robots content=\"index,follow\">")), "index, follow");
  EXPECT_EQ(read(html("<metadata name=robots content=none>")), "");
  EXPECT_EQ(read(html("<!-- <meta name=robots content=none> --><p>")), "");
  for (const char* torn :
       {"<meta", "<meta ", "<meta name", "<meta name=", "<meta name='", "<meta name=robots content",
        "<meta name=robots content=\"none", "<meta =", "<!--", "<meta /"})
    EXPECT_EQ(read(html(torn)), "") << torn;
  const PageRobots none = read_page_robots(html("<meta name=robots content=none>"), "b");
  EXPECT_TRUE(none.noindex && none.nofollow && !none.noarchive);
}

}  // namespace
}  // namespace tamis
