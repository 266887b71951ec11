// SPDX-License-Identifier: Apache-2.0
#include "assemble/article_date.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

std::string date_of(const Sample& sample) {
  const auto moment = article_date(sample.view());
  return moment ? iso(*moment) : "";
}

TEST(ArticleDate, StandsInTheSmallPrint) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kMeta, "来源:榕城网 发布时间:2023-01-09 16:49:39"},
                           {LabelName::kBody, kParagraph}}),
            "2023-01-09T16:49:39");
}

TEST(ArticleDate, IsNeverADigestsOrTheProses) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kBody, "2022年5月7日下午，张工前往高校重点实验室。"},
                           {LabelName::kDigestTitle, "别的文章"},
                           {LabelName::kDigestMeta, "行业动态 2025-11-24"}}),
            "");
}

TEST(ArticleDate, IsNotTheReposts) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kMeta, "admin9个月前 (2023-09-27)厦门产业信息70"},
                           {LabelName::kMeta, "2023-04-04 19:45"},
                           {LabelName::kBody, kParagraph}}),
            "2023-04-04T19:45");
  EXPECT_EQ(date_of(Sample{{LabelName::kMeta, "admin9个月前 (2023-09-27)厦门产业信息70"},
                           {LabelName::kBody, kParagraph}}),
            "");
}

TEST(ArticleDate, IsThePublicationNotTheUpdate) {
  EXPECT_EQ(date_of(Sample{{LabelName::kMeta, "更新时间:2022-11-18 发布时间:2022-11-16 16:07"},
                           {LabelName::kBody, kParagraph}}),
            "2022-11-16T16:07");
}

TEST(ArticleDate, TakesTheClaimThatAgreesWithThePage) {
  Sample sample{{LabelName::kMeta, "2022年11月16日 16:07"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.dates, "2024-01-01", "meta:date");
  sample.claim(sample.head.dates, "2022-11-16T16:07:30+08:00", "meta:pubdate");
  EXPECT_EQ(date_of(sample), "2022-11-16T16:07:30+08:00");
}

TEST(ArticleDate, TakesTheMoreExactOfTwoThatAgree) {
  Sample sample{{LabelName::kMeta, "2022年11月16日 16:07"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.dates, "2022-11-16", "json-ld");
  EXPECT_EQ(date_of(sample), "2022-11-16T16:07");
  sample.head.dates[0].value = "2022-11-16T00:00:00";
  EXPECT_EQ(date_of(sample), "2022-11-16T16:07");
}

TEST(ArticleDate, JsonLdBeatsAVisibleDateThatDisagrees) {
  Sample sample{{LabelName::kMeta, "November 20, 2022"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.dates, "2022-11-16T16:07:00Z", "json-ld");
  EXPECT_EQ(date_of(sample), "2022-11-16T16:07:00Z");
}

TEST(ArticleDate, TimesOfOtherThingsLoseAgainstTheSmallPrint) {
  Sample sample{{LabelName::kMeta, "December 22, 2023"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.dates, "Sat, 17 Feb 2024 13:45:00 +0000", "time");
  EXPECT_EQ(date_of(sample), "2023-12-22");
}

TEST(ArticleDate, LinesBesideTheHeadlineCountWhateverTheirLabel) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kComment, "2012-01-12 17:10:32 | 我来说两句 (0)"},
                           {LabelName::kBody, kParagraph}}),
            "2012-01-12T17:10:32");
}

TEST(ArticleDate, TheUrlIsTheLastResort) {
  Sample sample{{LabelName::kBody, kParagraph}};
  sample.page.url = "https://a.example/2022/11/16/1.html";
  EXPECT_EQ(date_of(sample), "2022-11-16");
}

TEST(ArticleDate, ImplausibleClaimsAreRefused) {
  Sample sample{{LabelName::kBody, kParagraph}};
  sample.claim(sample.head.dates, "0001-01-01T00:00:00", "json-ld");
  sample.claim(sample.head.dates, "soon", "og");
  EXPECT_EQ(date_of(sample), "");
}

TEST(ArticleDate, TheLanguageTellsTheOrderOfDayAndMonth) {
  Sample sample{{LabelName::kMeta, "03/04/2022"}, {LabelName::kBody, kParagraph}};
  EXPECT_EQ(date_of(sample), "");
  sample.head.language = "en-US";
  EXPECT_EQ(date_of(sample), "2022-03-04");
  sample.head.language = "el";
  EXPECT_EQ(date_of(sample), "2022-04-03");
}

TEST(ArticleDate, AClockAboveTheHeadlineLosesAgainstAChangeBelowIt) {
  EXPECT_EQ(date_of(Sample{{LabelName::kNav, "Новости и аналитика, Среда, 10.04.2013, 09:36, Рига"},
                           {LabelName::kTitle, "Заголовок"},
                           {LabelName::kMeta, "Last updated 14.12.2011 19:00"},
                           {LabelName::kBody, kParagraph}}),
            "2011-12-14T19:00");
}

TEST(ArticleDate, IsNotThatOfTheNextArticle) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kBody, kParagraph},
                           {LabelName::kUi, "Related"},
                           {LabelName::kRecLink, "2011-12-30 00:00:00"}}),
            "");
}

TEST(ArticleDate, ALastLineMaySayIt) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "Title"},
                           {LabelName::kMeta, "Updated December 26, 2023 10:48 AM"},
                           {LabelName::kBody, kParagraph},
                           {LabelName::kBody,
                            "This story was originally published December 22, 2023, 11:09 AM."}}),
            "2023-12-22T11:09");
}

TEST(ArticleDate, YearsOfTwoDigitsCountBesideTheHeadlineOnly) {
  const std::string body = "The minister said on Monday that nothing had been decided at all.";
  const auto of = [&](const char* line, const char* language, bool head) {
    Sample sample{{LabelName::kUi, head ? "-" : line},
                  {LabelName::kTitle, "Title"},
                  {LabelName::kMeta, head ? line : "-"},
                  {LabelName::kBody, body}};
    for (Block& block : sample.blocks.blocks) block.stats.cjk = 0;
    sample.head.language = language;
    return date_of(sample);
  };
  EXPECT_EQ(of("by Jane Doe - 12/22/23 11:35 AM ET", "en", true), "2023-12-22T11:35");
  EXPECT_EQ(of("03/11/11-16:49", "el", true), "2011-11-03T16:49");
  EXPECT_EQ(of("03/11/11", "en", true), "");
  EXPECT_EQ(of("16.01.12", "ru", true), "2012-01-16");
  EXPECT_EQ(of("16.01.12", "ru", false), "");
}

TEST(ArticleDate, ANoticeHasTheDayItIsSignedWith) {
  Sample sample{{LabelName::kTitle, "通告"},
                {LabelName::kMeta, "成文日期： 2022年01月27日"},
                {LabelName::kMeta, "发布日期： 2022年01月28日"},
                {LabelName::kBody, kParagraph},
                {LabelName::kMeta, "2022年1月27日"}};
  sample.blocks.blocks[4].date_only = true;
  EXPECT_EQ(date_of(sample), "2022-01-27");
  sample.blocks.blocks[4].text = "2022年1月26日";
  sample.claim(sample.head.dates, "2022-01-28", "meta:PubDate");
  EXPECT_EQ(date_of(sample), "2022-01-28");
}

TEST(ArticleDate, TheIssueOfAMagazineIsBetterThanNothing) {
  EXPECT_EQ(date_of(Sample{{LabelName::kTitle, "标题"},
                           {LabelName::kBody, kParagraph},
                           {LabelName::kUi, "——《北京之春》1998年3月号"}}),
            "1998-03");
}

TEST(ArticleDate, AParagraphMayBeginWithIt) {
  Sample sample{{LabelName::kTitle, "Заголовок"},
                {LabelName::kBody,
                 "05.01.2012, Тирасполь 00:16:06 В Приднестровье перевернулся "
                 "автобус, сообщили в дорожной полиции."}};
  for (Block& block : sample.blocks.blocks) block.stats.cjk = 0;
  EXPECT_EQ(date_of(sample), "2012-01-05");
}

}  // namespace
}  // namespace tamis::assembly
