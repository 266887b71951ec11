// SPDX-License-Identifier: Apache-2.0
#include "evidence/gathering.h"

#include "evidence/evidence_page.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

namespace tamis::evidence_detail {
namespace {

TEST(Evidence, WrittenInReadingsAreLeftOut) {
  EXPECT_EQ(without_annotations("協(xié)同創(chuàng)新"), "協同創新");
  EXPECT_EQ(without_annotations("相關(guān)知識"), "相關知識");
  EXPECT_EQ(without_annotations("三地工(经)信部门"), "三地工(经)信部门");
  EXPECT_EQ(without_annotations("指數(BMR)是"), "指數(BMR)是");
  EXPECT_EQ(without_annotations("open (and shut)"), "open (and shut)");
  EXPECT_EQ(without_annotations("發("), "發(");
  EXPECT_EQ(without_annotations("發(fa"), "發(fa");
}

TEST(Evidence, TheCanonicalLineIsLettersAndDigits) {
  EXPECT_EQ(canonical_line("　“ＡＢＣ”：第 1 届！"), "abc第1届");
  EXPECT_EQ(canonical_line("…… --"), "");
}

TEST(Evidence, ADatelineGuardsItsParagraph) {
  const Blocks blocks =
      segment_text("本报讯（记者 王小明）更多精彩内容在市文化馆的新展厅里等待观众。");
  const Page page = gather(blocks, {}, evidence_test::rules());
  EXPECT_TRUE(page.evidence[0].dateline);
  EXPECT_TRUE(page.evidence[0].prose);
}

TEST(Evidence, ATokenOnTheElementThatHoldsThePageIsIgnored) {
  const auto page_of = [](const std::string& html) { return segment(*parse(html, {})); };
  const std::string prose =
      "<p>A paragraph of running text that is long enough to be read as prose by anyone.</p>"
      "<p>And a second one of the same kind, so that the element holds more than one of them.</p>";
  const Blocks whole = page_of("<html><body><div class=share>" + prose + "</div></body></html>");
  EXPECT_FALSE(gather(whole, {}, evidence_test::rules()).evidence[0].token.has_value());
  const Blocks part = page_of("<html><body><div>" + prose + prose +
                              "</div><div class=share><p>Post it</p></div></body></html>");
  EXPECT_TRUE(gather(part, {}, evidence_test::rules()).evidence[4].token.has_value());
}

TEST(Evidence, AQuotedPostIsNoShareBar) {
  const Blocks blocks = segment(*parse(
      "<html><body><p>Text of the article stands here and goes on for a while, as it should.</p>"
      "<blockquote class=twitter-tweet>We are pleased.</blockquote></body></html>",
      {}));
  EXPECT_FALSE(gather(blocks, {}, evidence_test::rules()).evidence[1].token.has_value());
}

}  // namespace
}  // namespace tamis::evidence_detail
