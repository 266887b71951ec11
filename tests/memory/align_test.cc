// SPDX-License-Identifier: Apache-2.0
#include "memory/align.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::memory {
namespace {

const std::u16string kArticle =
    u"2020年2月8日024时天津市报告新型冠状病毒感染的肺炎新增确诊病例7例新增危重型病例1例新增重型病例"
    u"0例"
    u"截至2月8日24时天津市累计报告确诊病例88例危重型病例6例重型病例29例死亡病例1例";

// Where the line's first letters stand, and letters further on.
std::optional<Aligned> found(std::u16string_view line, std::u16string_view text) {
  std::vector<std::ptrdiff_t> offsets;
  for (const std::size_t from : {0, 8, 16}) {
    if (from >= line.size()) continue;
    const std::size_t at = text.find(line.substr(from, 8));
    if (at != text.npos)
      offsets.push_back(static_cast<std::ptrdiff_t>(at) - static_cast<std::ptrdiff_t>(from));
  }
  return align(line, text, offsets);
}

TEST(Align, FindsAPieceAsItIs) {
  const auto aligned = found(u"天津市累计报告确诊病例88例危重型", kArticle);
  ASSERT_TRUE(aligned);
  EXPECT_EQ(aligned->edits, 0U);
  EXPECT_EQ(kArticle.substr(aligned->begin, aligned->end - aligned->begin),
            u"天津市累计报告确诊病例88例危重型");
}

TEST(Align, BearsAFewWrongLetters) {
  const auto aligned = found(
      u"2020年2月8日024时天津市报告新型冠地病毒感染的肺炎新增确诊病例7例新增危重型病例", kArticle);
  ASSERT_TRUE(aligned);
  EXPECT_EQ(aligned->edits, 1U);
  EXPECT_EQ(aligned->begin, 0U);
}

TEST(Align, WhatIsCutAtTheEndDoesNotCount) {
  EXPECT_TRUE(found(u"2020年2月8日024时天津市报告新型冠状病毒感染的肺炎更多", kArticle));
}

TEST(Align, OtherNumbersAreAnotherText) {
  EXPECT_FALSE(found(u"2020年2月9日024时天津市报告新型冠状病毒感染的肺炎新增确诊病例7例新增危重型",
                     kArticle));
  EXPECT_FALSE(found(u"2020年2月8日024时天津市报告新型冠状病毒感染的肺炎新增确诊病例17例新增危重型",
                     kArticle));
}

// The band has edges: what drifts further than that is not joined round the corner.
TEST(Align, ALineThatDriftsTooFarIsNotFound) {
  std::u16string text, line;
  for (int i = 0; i < 120; ++i) {
    text += static_cast<char16_t>(0x4E00 + i);
    line += static_cast<char16_t>(0x4E00 + i);
    if (i % 12 == 11 && i < 108) text += u'\u9000';
  }
  const std::ptrdiff_t start[] = {0};
  EXPECT_FALSE(align(line, text, start));  // nine letters added
  const std::ptrdiff_t middle[] = {5};
  const auto aligned = align(line, text, middle);
  ASSERT_TRUE(aligned);
  EXPECT_EQ(aligned->edits, 9U);
  EXPECT_EQ(aligned->begin, 0U);
}

TEST(Align, OfSeveralPlacesTheOneWithFewestEdits) {
  const std::u16string line = u"国家公务员局发布关于推迟中央机关考试的公告全文如下请考生注意";
  std::u16string worse = line, better = line;
  worse[5] = worse[12] = worse[20] = u'某';
  better[9] = u'某';
  const std::u16string text = worse + u"另一段文字" + better;
  const auto second = static_cast<std::ptrdiff_t>(worse.size() + 5);
  for (const bool first : {true, false}) {
    const std::ptrdiff_t places[] = {first ? 0 : second, first ? second : 0};
    const auto aligned = align(line, text, places);
    ASSERT_TRUE(aligned);
    EXPECT_EQ(aligned->edits, 1U);
    EXPECT_EQ(aligned->begin, static_cast<std::uint32_t>(second));
  }
}

TEST(Align, AnotherTextIsNotFound) {
  EXPECT_FALSE(found(u"国家公务员局发布关于推迟中央机关考试的公告", kArticle));
  EXPECT_FALSE(found(u"天津", u""));
  const std::ptrdiff_t places[] = {-1000, -2, 0, 70, 5000};
  EXPECT_FALSE(align(u"国家公务员局发布关于推迟中央机关考试的公告", kArticle, places));
}

}  // namespace
}  // namespace tamis::memory
