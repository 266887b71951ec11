// SPDX-License-Identifier: Apache-2.0
#include "segment/date_line.h"

#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace tamis::segment_detail
