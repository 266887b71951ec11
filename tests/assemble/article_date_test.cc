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

}  // namespace
}  // namespace tamis::assembly
