// SPDX-License-Identifier: Apache-2.0
#include "segment/line_marks.h"

#include <gtest/gtest.h>

namespace tamis::segment_detail {
namespace {

TEST(LineMarks, ABulletIsFollowedByWhiteSpace) {
  EXPECT_EQ(bullet_length("- 1 item"), 2U);
  EXPECT_EQ(bullet_length("  • 开心"), 6U);
  EXPECT_EQ(bullet_length("-5度"), 0U);
  EXPECT_EQ(bullet_length("——据报道"), 0U);
  EXPECT_EQ(bullet_length("text - more"), 0U);
  EXPECT_EQ(bullet_length(""), 0U);
  EXPECT_EQ(bullet_length("-"), 0U);
}

TEST(LineMarks, EllipsesAndMoreMarksAreTruncation) {
  for (const char* text : {"一段摘要…", "一段摘要...", "一段摘要...更多", "一段摘要…[详细]",
                           "一段摘要[阅读全文]", "A teaser... Read more", "A teaser … »"}) {
    EXPECT_TRUE(is_truncated(text)) << text;
  }
  for (const char* text : {"完整的一句话。", "了解更多", "…", "", "he said (more)."}) {
    EXPECT_EQ(is_truncated(text), std::string_view(text) == "…") << text;
  }
}

}  // namespace
}  // namespace tamis::segment_detail
