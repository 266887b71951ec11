// SPDX-License-Identifier: Apache-2.0
#include "relate/figures.h"

#include <gtest/gtest.h>

namespace tamis::relating {
namespace {

std::vector<Figure> figures(std::string_view text) {
  return figures_of(Canon().read(text));
}

std::string listed(std::string_view text) {
  std::string out;
  for (const Figure& figure : figures(text)) {
    if (!out.empty()) out += ' ';
    out += figure.value + figure.unit;
  }
  return out;
}

TEST(Figures, AreNumbersWithTheirUnits) {
  struct Case {
    const char *text, *figures;
  };
  const Case cases[] = {
      {"新增确诊病例12例，累计 1 271 例", "12例 1 271例"},
      {"２０２０年１月２３日０—２４时", "2020年 1月 23日 0 24时"},
      {"同比增长3.50%，为007号", "3.5% 7号"},
      {"1,234,567元；12,34元", "1234567元 12 34元"},
      {"约3.2万人、2亿元", "32000人 200000000元"},
      {"气温 -3 ℃", "3"},
      {"H1N1和CAR-T，t.cn/A6Pq5t4P，N95口罩5G", "5"},
      {"2026-04-17 16:49", "2026年 4月 17日 16时 49分"},
      {"0.0 00 0.50", "0 0 0.5"},
      {"1.2.3 5. .7", "1.2 3 5 7"},
      {"编号1234567890123456789012", ""},
      {"三百二十名，二〇二〇年，百分之七，第三版，两例", "320名 2020年 7% 2例"},
      {"没有数字", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(listed(c.text), c.figures) << c.text;
}

TEST(Figures, OfHostileTextAreBounded) {
  std::string table;
  for (int i = 0; i < 200000; ++i) table += std::to_string(i) + " ";
  EXPECT_EQ(figures(table).size(), kMostFigures);
  EXPECT_TRUE(figures(std::string(1000000, '9')).empty());
  EXPECT_LE(figures(std::string(1000000, ',')).size(), 0u);
  EXPECT_LE(figures("\xFF\x30\x80\xE4\xB8").size(), 1u);
}

FigureMatch match(std::string_view a, std::string_view b) {
  return match_figures(figures(a), figures(b));
}

using Strings = std::vector<std::string>;

TEST(FigureMatch, FindsTheSameValuesInOtherWords) {
  const FigureMatch m = match("今天新增12例，其中重症3例", "重症3 例。新增12例。");
  EXPECT_EQ(m.agree, 2u);
  EXPECT_EQ(m.conflicts, 0u);
  EXPECT_EQ(m.agreeing, (Strings{"12例", "3例"}));
  EXPECT_TRUE(m.differing.empty());
}

TEST(FigureMatch, TellsAnotherValueInTheSamePlaceFromAnAddedOne) {
  const FigureMatch m = match("截至2月4日，全省累计确诊5例，详见下表。",
                              "截至2月5日，全省累计确诊8例，详见下表。出院2例。");
  EXPECT_EQ(m.agree, 1u);
  EXPECT_EQ(m.conflicts, 2u);
  EXPECT_EQ(m.quantity_conflicts, 1u);
  EXPECT_EQ(m.days_a, 1u);
  EXPECT_EQ(m.days_b, 1u);
  EXPECT_EQ(m.only_a, 2u);
  EXPECT_EQ(m.only_b, 3u);
  EXPECT_EQ(m.differing, (Strings{"4日|5日", "5例|8例", "|2例"}));
}

TEST(FigureMatch, IsTurnedWhenTheTextsAre) {
  const char *a = "共有3人、4人和5人到场，费用6元", *b = "共有3人、7人和5人到场";
  const FigureMatch one = match(a, b), other = match(b, a);
  EXPECT_EQ(one.agree, other.agree);
  EXPECT_EQ(one.conflicts, other.conflicts);
  EXPECT_EQ(one.only_a, other.only_b);
  EXPECT_EQ(one.only_b, other.only_a);
}

TEST(FigureMatch, CountsRepeatsAsOftenAsTheyOccur) {
  const FigureMatch m = match("甲地1例，乙地1例，丙地1例", "甲地1例");
  EXPECT_EQ(m.agree, 1u);
  EXPECT_EQ(m.only_a, 2u);
  EXPECT_EQ(m.only_b, 0u);
}

TEST(FigureMatch, ListsAtMostAFew) {
  std::string a, b;
  for (int i = 0; i < 500; ++i) {
    a += "甲" + std::to_string(i) + "例";
    b += "乙" + std::to_string(1000 + i) + "人";
  }
  const FigureMatch m = match(a, b);
  EXPECT_LE(m.differing.size(), kMostListed);
  EXPECT_EQ(m.only_a, 500u);
}

}  // namespace
}  // namespace tamis::relating
