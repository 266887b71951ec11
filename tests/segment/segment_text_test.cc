// SPDX-License-Identifier: Apache-2.0
#include "tamis/segment.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(SegmentText, EachLineIsABlockThatKnowsItsNumber) {
  const Blocks page = segment_text("标题\n\n\n　　第一段。\n  • 条目\n");
  EXPECT_TRUE(page.from_text);
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.blocks[0].text, "标题");
  EXPECT_EQ(page.blocks[0].first_line, 1U);
  EXPECT_EQ(page.blocks[1].text, "第一段。");
  EXPECT_EQ(page.blocks[1].first_line, 4U);
  EXPECT_EQ(page.blocks[1].blank_before, 2U);
  EXPECT_EQ(page.blocks[1].indent, 4U);
  EXPECT_TRUE(page.blocks[1].ends_sentence);
  EXPECT_TRUE(page.blocks[2].bullet);
  EXPECT_EQ(page.blocks[2].text, "条目");
  EXPECT_EQ(block_path(page, 0), "");
}

TEST(SegmentText, NoTextNoBlocks) {
  EXPECT_TRUE(segment_text("").blocks.empty());
  EXPECT_TRUE(segment_text("\n \n　\n").blocks.empty());
}

TEST(SegmentText, TheLastLineNeedsNoEnd) {
  ASSERT_EQ(segment_text("a\nb").blocks.size(), 2U);
  EXPECT_EQ(segment_text("a\nb").blocks[1].last_line, 2U);
}

}  // namespace
}  // namespace tamis
