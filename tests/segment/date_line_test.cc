// SPDX-License-Identifier: Apache-2.0
#include "segment/date_line.h"

#include "decode/dev_pages.h"
#include "tamis/decode.h"
#include "tamis/parse.h"
#include "tamis/segment.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::segment_detail {
namespace {

TEST(DateLine, LinesThatAreNothingButADate) {
  for (const char* text :
       {"2025-11-24", "2025/11/24 08:30", "2023-01-09 16:49:39", "2022年11月16日", "11月16日",
        "2022年11月16日 16:07", "行业动态 2025-11-24", "16:07", "3小时前", "2 hours ago",
        "昨天 08:30", "November 16, 2022", "16 ноября 2022", "16.11.2022", "[2012-01-12]",
        "2012-01-12 星期四"}) {
    EXPECT_TRUE(date_signs(text).date_only) << text;
  }
}

TEST(DateLine, LinesThatHoldADateAmongWords) {
  for (const char* text :
       {"来源：榕城网 发布时间：2023-01-09 16:49:39", "11月14日，第二届产业周在张江科学会堂举行。",
        "The treaty was signed on 12 March 1991 in the capital."}) {
    EXPECT_TRUE(date_signs(text).has_date) << text;
    EXPECT_FALSE(date_signs(text).date_only) << text;
  }
}

TEST(DateLine, NumbersThatAreNoDates) {
  for (const char* text : {"400 0123 021", "产值达到2,400亿元", "第3届", "version 1.2",
                           "2:1战胜对手", "99/100", "", "37 items"}) {
    EXPECT_FALSE(date_signs(text).date_only) << text;
  }
}

TEST(DateLine, LongLinesAreNotLookedAt) {
  EXPECT_FALSE(date_signs(std::string(500, 'x') + " 2022-11-16").has_date);
}

void expect_the_twins_agree(std::string_view text) {
  const DateSigns fast = date_signs(text), slow = date_signs_by_expression(text);
  EXPECT_EQ(fast.has_date, slow.has_date) << text;
  EXPECT_EQ(fast.date_only, slow.date_only) << text;
}

TEST(DateLine, TheScanForDigitsHidesNoDateFromTheExpressions) {
  const std::vector<std::string> parts = {
      "2", "16", "11", "2022", "1999",   "12022", "日",   "月",   "年", "时", ":",   "：", "-",
      "/", ".",  " ",  ", ",   "[",      "(",     "de ",  "天",   "昨", "今", "前",  "周", "个",
      "w", "W",  "st", "Nov",  "ноября", "hours", " ago", "小时", "分", "秒", "a.m."};
  std::mt19937 random(20);
  for (int line = 0; line < 60'000; ++line) {
    std::string text;
    for (std::size_t i = 1 + random() % 7; i > 0; --i) text += parts[random() % parts.size()];
    expect_the_twins_agree(text);
  }
}

TEST(DateLine, TheTwinsAgreeOnEveryBlockOfDevelopmentPages) {
  if (!testing::has_dev_set("zh_handcrafted")) GTEST_SKIP() << "no ../shared/bench/data";
  std::size_t dates = 0;
  for (const char* set : {"zh_handcrafted", "scrapinghub"}) {
    testing::for_each_page(set, [&](const Page& page) {
      const Result<Tree> tree = parse(decode(page).utf8, {});
      if (!tree) return;
      for (const Block& block : segment(*tree).blocks) {
        expect_the_twins_agree(block.text);
        dates += block.has_date ? 1 : 0;
      }
    });
  }
  EXPECT_GT(dates, 400u);
}

}  // namespace
}  // namespace tamis::segment_detail
