// SPDX-License-Identifier: Apache-2.0
#include "evidence/title.h"

#include "evidence/evidence_page.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

namespace tamis::evidence_detail {
namespace {

TEST(Title, AgreementIsEqualityPrefixOrPart) {
  EXPECT_DOUBLE_EQ(title_agreement("三座备用水源地", "三座备用水源地"), 1);
  EXPECT_GT(title_agreement("三座备用水源地", "三座备用水源地河湾在线"), 0.8);
  EXPECT_LT(title_agreement("备用水源地", "河湾在线三座备用水源地通过验收"), 0.5);
  EXPECT_DOUBLE_EQ(title_agreement("河湾", "河湾在线"), 0) << "too short to tell";
  EXPECT_DOUBLE_EQ(title_agreement("", "x"), 0);
}

TEST(Title, ALineOfTextThatIsRepeatedIsTheHeadline) {
  const Blocks blocks = segment_text(
      "河湾日报数字版\n三座备用水源地通过验收\n三座备用水源地通过验收\n\n"
      "河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足城区七天的应急供水。\n"
      "通报说，工程历时两年，新建泵站四座，改造管网六十余公里，沿线居民用水水压普遍提高。\n");
  const TitleFound title = gather_evidence(blocks, {}, evidence_test::rules()).title;
  EXPECT_EQ(title.block, 1U);
  EXPECT_EQ(title.repeats, std::vector<BlockId>{2});
}

TEST(Title, TheHeadlineInALinkOfATeaserListIsNotTaken) {
  const auto tree = parse(
      "<html><head><title>三座备用水源地通过验收</title></head><body>"
      "<ul><li><a href=1>三座备用水源地通过验收</a></li><li><a href=2>别的消息</a></li></ul>"
      "<h1>三座备用水源地通过验收</h1><p>河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，"
      "可满足城区七天的应急供水。</p></body></html>",
      {});
  const TitleFound title =
      gather_evidence(segment(*tree), read_head(*tree), evidence_test::rules()).title;
  EXPECT_EQ(title.block, 2U);
  EXPECT_EQ(title.repeats, std::vector<BlockId>{0});
}

}  // namespace
}  // namespace tamis::evidence_detail
