// SPDX-License-Identifier: Apache-2.0
#include "score/score_page.h"

#include <cmath>
#include <set>

namespace tamis::score_test {
namespace {

const std::string kProse =
    "河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足城区七天的应急供水。";

// A menu, an article, a wall of digests: title, teaser, date.
std::string sample() {
  std::string text = "首页\n新闻\n财经\n\n三座备用水源地通过验收\n\n";
  for (int n = 0; n < 5; ++n)
    text += "　　" + kProse + "第" + std::to_string(n) + "期工程已完工。\n";
  text += "\n相关新闻\n";
  for (int n = 0; n < 4; ++n)
    text += "新建泵站投入使用" + std::to_string(n) +
            "\n泵站每小时可抽水两千吨，市民用水有了新的保障……\n2024-05-1" + std::to_string(n) +
            "\n";
  return text;
}

TEST(LineFeatures, HaveTheSameNamesForEveryTextAndAreFinite) {
  const FeatureTable none = features(read_text(""));
  const FeatureTable some = features(read_text(sample()));
  ASSERT_EQ(none.names.size(), some.names.size());
  EXPECT_EQ(std::set<std::string>(some.names.begin(), some.names.end()).size(), some.names.size());
  for (const std::string& text : {sample(), std::string("x"), std::string("。\n\n。\n"), kProse}) {
    const FeatureTable table = features(read_text(text));
    for (const float v : table.values) ASSERT_TRUE(std::isfinite(v)) << text;
  }
}

TEST(LineFeatures, TellIndentsGroupsAndForms) {
  const FeatureTable table = features(read_text(sample()));
  ASSERT_EQ(table.rows, 22U);
  EXPECT_EQ(value(table, "line.indent", 4), 4);
  EXPECT_EQ(value(table, "line.indent_step", 4), 4);
  EXPECT_EQ(value(table, "line.blank_before", 4), 1);
  EXPECT_EQ(value(table, "group.lines", 0), 3);
  EXPECT_EQ(value(table, "group.place", 5), 1);
  EXPECT_EQ(value(table, "group.left", 5), 3);
  EXPECT_EQ(value(table, "run1.length", 6), 5) << "five paragraphs of one form";
  EXPECT_EQ(value(table, "run3.length", 12), 12) << "title, teaser, date, four times";
  EXPECT_EQ(value(table, "best12.inside", 6), 1);
  EXPECT_EQ(value(table, "best12.inside", 14), 0);
  EXPECT_EQ(value(table, "line.of_longest", 6), 1);
}

TEST(LineModel, KeepsTheArticleOfATextWithDigestsBehindIt) {
  const Read page = read_text(sample());
  const Scores scores = score(page.blocks, page.head, page.evidence, rules());
  ASSERT_EQ(scores.keep.size(), 22U);
  for (std::size_t b = 0; b < 22; ++b)
    EXPECT_EQ(scores.keep[b] != 0, b >= 4 && b < 9) << page.blocks.blocks[b].text;
}

TEST(LineModel, ContextSharesWordsWithWhatTheFirstForestIsSureOf) {
  const Read page = read_text(sample());
  std::vector<float> first(22, 0.1F);
  for (std::size_t b = 4; b < 9; ++b) first[b] = 0.9F;
  const FeatureTable table = context_features(page.blocks, first);
  EXPECT_GT(value(table, "core.share", 5), 0.8F);
  EXPECT_LT(value(table, "core.share", 11), 0.5F);
  EXPECT_EQ(value(table, "stretch50.inside", 6), 1);
  EXPECT_EQ(value(table, "stretch50.inside", 12), 0);
  EXPECT_EQ(value(table, "stretch50.begin", 6), 2);
  EXPECT_EQ(value(table, "stretch50.end", 6), 3);
}

}  // namespace
}  // namespace tamis::score_test
