// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_writer.h"

#include <gtest/gtest.h>

namespace tamis::report {
namespace {

Frame quote(std::uint32_t id) {
  return {Frame::Kind::kQuote, id, 0, 0, 0};
}
Frame bullet(std::uint32_t id, std::uint32_t list) {
  return {Frame::Kind::kBullet, id, list, 0, 0};
}
Frame number(std::uint32_t id, std::uint32_t list, std::uint32_t value) {
  return {Frame::Kind::kNumber, id, list, value, 0};
}

struct Piece {
  std::vector<Frame> frames;
  std::vector<std::string> lines;
  bool paragraph = true;
};

std::string written(const std::vector<Piece>& pieces) {
  MarkdownWriter out;
  for (const Piece& piece : pieces) out.block(piece.frames, piece.lines, piece.paragraph);
  return out.take();
}

TEST(MarkdownWriter, PartsParagraphsByABlankLine) {
  EXPECT_EQ(written({{{}, {"a"}}, {{}, {"b\\", "c"}}}), "a\n\nb\\\nc\n");
  EXPECT_EQ(written({{{}, {}}}), "");
}

TEST(MarkdownWriter, ItemsFollowEachOther) {
  EXPECT_EQ(written({{{bullet(1, 9)}, {"a"}}, {{bullet(2, 9)}, {"b"}}}), "- a\n- b\n");
  EXPECT_EQ(
      written(
          {{{number(1, 9, 9)}, {"a"}}, {{number(2, 9, 10)}, {"b"}}, {{number(2, 9, 10)}, {"c"}}}),
      "9. a\n10. b\n\n    c\n");
}

TEST(MarkdownWriter, ListsNest) {
  EXPECT_EQ(written({{{bullet(1, 9)}, {"a"}},
                     {{bullet(1, 9), number(3, 8, 1)}, {"b"}},
                     {{bullet(1, 9), number(4, 8, 2)}, {"c"}},
                     {{bullet(2, 9)}, {"d"}}}),
            "- a\n  1. b\n  2. c\n- d\n");
  EXPECT_EQ(written({{{bullet(1, 9)}, {"a"}}, {{bullet(1, 9), number(3, 8, 4)}, {"b"}}}),
            "- a\n\n  4. b\n")
      << "a paragraph takes no list that begins with another number than 1";
  EXPECT_EQ(written({{{bullet(1, 9), bullet(2, 8)}, {"a"}}}), "- - a\n");
}

TEST(MarkdownWriter, ListsThatTouchAreTwo) {
  EXPECT_EQ(written({{{bullet(1, 9)}, {"a"}}, {{bullet(2, 8)}, {"b"}}, {{bullet(3, 8)}, {"c"}}}),
            "- a\n\n* b\n* c\n");
  EXPECT_EQ(written({{{number(1, 9, 1)}, {"a"}}, {{number(2, 8, 1)}, {"b"}}}), "1. a\n\n1) b\n");
}

TEST(MarkdownWriter, QuotesHoldTheirBlankLines) {
  EXPECT_EQ(written({{{quote(1)}, {"a"}}, {{quote(1)}, {"b"}}, {{quote(2)}, {"c"}}, {{}, {"d"}}}),
            "> a\n>\n> b\n\n> c\n\nd\n");
  EXPECT_EQ(written({{{bullet(1, 9)}, {"a"}},
                     {{bullet(1, 9), quote(2)}, {"b"}},
                     {{bullet(1, 9), quote(2)}, {"c"}}}),
            "- a\n\n  > b\n  >\n  > c\n");
}

TEST(MarkdownWriter, LinesOfCodeStandInTheItem) {
  EXPECT_EQ(
      written({{{bullet(1, 9)}, {"```", "x", "", "  y", "```"}, false}, {{bullet(2, 9)}, {"b"}}}),
      "- ```\n  x\n\n    y\n  ```\n\n- b\n");
}

}  // namespace
}  // namespace tamis::report
