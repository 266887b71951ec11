// SPDX-License-Identifier: Apache-2.0
#include "tamis/difference.h"

#include "difference/lines.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

const std::string kBody =
    "7月3日，记者从市应急管理局获悉，城北区一处仓库昨夜发生火灾，造成3人受伤，目前伤者已送往医院救"
    "治。\n"
    "消防部门出动12辆消防车，经过4个小时的扑救，明火已被扑灭，现场未发现其他被困人员。\n"
    "事故原因正在调查之中，有关部门表示将及时公布进展情况，并提醒市民注意夏季用电安全。";

class DifferenceTest : public testing::Test {
 protected:
  const Differ differ_{Rules::load(TAMIS_RULES_DIR)};

  static std::string with(const std::string& from, const std::string& to) {
    std::string text = kBody;
    text.replace(text.find(from), from.size(), to);
    return text;
  }
  Difference judge(const std::string& after, const std::string& title = "城北区一仓库火灾") const {
    return differ_.judge({"城北区一仓库火灾", kBody}, {title, after});
  }
  std::string kind(const std::string& after) const { return difference_name(judge(after).kind); }
};

TEST_F(DifferenceTest, WhiteSpaceAndTheOrderOfLinesAreNoChange) {
  EXPECT_EQ(kind(kBody), "none");
  EXPECT_EQ(kind("  " + kBody + " \n\n"), "none");
}

TEST_F(DifferenceTest, AFewLettersAreATypo) {
  EXPECT_EQ(kind(with("获悉", "获知")), "typo");
  EXPECT_EQ(kind(with("调查之中，", "调查之中。")), "typo");
}

TEST_F(DifferenceTest, AnotherFigureIsACorrection) {
  const Difference made = judge(with("3人受伤", "5人受伤"));
  EXPECT_STREQ(difference_name(made.kind), "correction");
  ASSERT_EQ(made.facts.size(), 1U);
  EXPECT_EQ(made.facts[0], "3人|5人");
  ASSERT_EQ(made.removed.size(), 1U);
  EXPECT_NE(made.added[0].find("5人受伤"), std::string::npos);
  EXPECT_EQ(kind(with("城北区一处仓库昨夜发生火灾", "城南区一家工厂前天下午发生爆炸")),
            "correction");
}

TEST_F(DifferenceTest, MoreIsLaterFacts) {
  EXPECT_EQ(
      kind(kBody +
           "\n7月4日上午，市政府召开新闻发布会，通报了事故调查的最新情况，并回答了记者提问。"),
      "later-facts");
}

TEST_F(DifferenceTest, WordsOfRetraction) {
  EXPECT_EQ(kind("因内容失实，本文已撤回，特此说明。"), "retraction");
  EXPECT_EQ(kind(kBody + "\n编者注：本文已撤稿。"), "retraction");
}

TEST_F(DifferenceTest, AnotherArticleIsARewrite) {
  std::string other;
  for (int n = 0; n < 12; ++n)
    other += "本届书展以阅读点亮生活为主题，设置多个分会场并举办讲座。\n";
  EXPECT_EQ(kind(other), "rewrite");
}

TEST_F(DifferenceTest, ATitleCounts) {
  EXPECT_STREQ(difference_name(judge(kBody, "城北区一仓库大火已经扑灭").kind), "correction");
  EXPECT_STREQ(difference_name(judge(kBody, "").kind), "none");
}

TEST_F(DifferenceTest, StaysQuietOnEmptyAndBrokenText) {
  EXPECT_EQ(differ_.judge({}, {}).kind, DifferenceKind::kSame);
  EXPECT_NE(differ_.judge({"", kBody}, {"", ""}).kind, DifferenceKind::kSame);
  EXPECT_NE(differ_.judge({"", "\xFF\xFE"}, {"", "\xE4\xB8"}).kind, DifferenceKind::kSame);
}

TEST(Lines, ChangedLettersCountCodePoints) {
  using difference::changed_letters;
  EXPECT_EQ(changed_letters("获悉", "获知"), 1U);
  EXPECT_EQ(changed_letters("a", "a"), 0U);
  EXPECT_EQ(changed_letters("", "三人"), 2U);
  EXPECT_EQ(changed_letters("三人", "三十人"), 1U);
}

}  // namespace
}  // namespace tamis
