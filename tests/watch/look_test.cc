// SPDX-License-Identifier: Apache-2.0
#include "watch/look.h"

#include "scratch.h"
#include "watch/load.h"
#include "watch/news_site.h"

#include <gtest/gtest.h>

namespace tamis::watching {
namespace {

TEST(MomentOf, ReadsWhatArticlesSay) {
  EXPECT_EQ(moment_of("1970-01-02T00:00:01Z"), 86401);
  EXPECT_EQ(moment_of("2026-03-14T09:26:53+08:00"), moment_of("2026-03-14T01:26:53Z"));
  EXPECT_EQ(moment_of("2026-03-14T01:26"), moment_of("2026-03-14T01:26:00Z"));
  EXPECT_EQ(moment_of("2026-03-14"), moment_of("2026-03-14T12:00:00Z"));
  EXPECT_EQ(moment_of("2026-03-14T23:00:00-02:30"), moment_of("2026-03-15T01:30:00Z"));
}

TEST(MomentOf, NothingIsNoMoment) {
  for (const char* bad : {"", "2026", "2026-03", "2026-13-01", "2026-02-30", "0001-01-01", "x"})
    EXPECT_EQ(moment_of(bad), 0) << bad;
}

TEST(IsoMoment, IsItsReverse) {
  EXPECT_EQ(moment_of(iso_moment(1'700'000'000)), 1'700'000'000);
}

class LookTest : public testing::Test {
 protected:
  test::Scratch folder_;
  Rules rules_ = Rules::load(TAMIS_RULES_DIR);
  WatchOptions options_;
  std::unique_ptr<Store> store_ = Store::open(folder_.path());
  Look look_{options_, *store_, rules_};
  UrlId id_ = store_->add_url(watched("http://a.example/news/1.html"));

  Looked at(const std::string& modified, int paragraphs, Moment now) {
    test::SitePage page;
    std::string html = test::page_html(page, test::body_of(0, paragraphs), Time(Span(now * 1000)));
    html.insert(html.find("<title>"),
                "<meta property=\"article:modified_time\" content=\"" + modified + "\">");
    Fetched answer = test::answer(200, html, {{"Content-Type", "text/html"}});
    answer.url = "http://a.example/news/1.html";
    return look_.at(id_, answer, now);
  }
};

TEST_F(LookTest, ALaterDateModifiedOnTheSameArticleIsAHint) {
  const Moment now = 1'700'000'000;
  EXPECT_FALSE(at("2023-11-14T20:00:00Z", 4, now).claim_moved);
  EXPECT_FALSE(at("2023-11-14T20:00:00Z", 4, now + 3600).claim_moved);
  EXPECT_TRUE(at("2023-11-14T23:00:00Z", 4, now + 7200).claim_moved);
  EXPECT_FALSE(at("2023-11-14T21:00:00Z", 4, now + 7300).claim_moved);
  EXPECT_FALSE(at("2033-11-14T21:00:00Z", 4, now + 7400).claim_moved);  // nobody knows that yet
  EXPECT_EQ(store_->last_seen(id_).claimed, 0);
}

TEST_F(LookTest, ADateModifiedThatTellsAChangeIsNoHint) {
  const Moment now = 1'700'000'000;
  at("2023-11-14T20:00:00Z", 4, now);
  const Looked looked = at("2023-11-14T23:00:00Z", 5, now + 7200);
  EXPECT_TRUE(looked.found.body_changed);
  EXPECT_FALSE(looked.claim_moved);
}

}  // namespace
}  // namespace tamis::watching
