// SPDX-License-Identifier: Apache-2.0
#include "segment/containers.h"

#include "tamis/parse.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

Blocks blocks_of(const std::string& body) {
  return segment(*parse("<html><body>" + body + "</body></html>", {}));
}

const Container& container_of(const Blocks& page, BlockId block) {
  return page.containers[page.blocks[block].container];
}

TEST(Containers, CoverAContiguousRangeAndSumItUp) {
  const Blocks page =
      blocks_of("<div><p>one two</p><div><p>three</p><p>four</p></div></div><p>x</p>");
  const Container& root = page.containers[0];
  EXPECT_EQ(root.first, 0U);
  EXPECT_EQ(root.last, 4U);
  EXPECT_FLOAT_EQ(root.stats.units, 5);
  for (const Container& c : page.containers) {
    float units = 0;
    for (BlockId b = c.first; b < c.last; ++b) units += page.blocks[b].stats.units;
    EXPECT_FLOAT_EQ(c.stats.units, units) << c.path_step;
    if (c.parent != kNone) {
      EXPECT_GE(c.first, page.containers[c.parent].first);
      EXPECT_LE(c.last, page.containers[c.parent].last);
    }
  }
}

TEST(Containers, AlikeSiblingsAreCountedAcrossOthers) {
  const Blocks page = blocks_of(
      "<ul><li class='item first'><a href=1>a</a></li><li class=ad>x</li>"
      "<li class='item'><a href=2>b</a></li><li class='item last'>c</li></ul>");
  const Container& item = container_of(page, 0);
  EXPECT_EQ(item.siblings_alike, 3U);
  EXPECT_EQ(item.siblings_linked, 2U);
  EXPECT_EQ(container_of(page, 1).siblings_alike, 1U);
}

TEST(Containers, ParagraphsAreLongAndEndASentence) {
  std::string paragraph;
  for (int i = 0; i < 25; ++i) paragraph += "word ";
  const Blocks page =
      blocks_of("<div><p>" + paragraph + ".</p><p>" + paragraph + "</p><p>Short.</p></div>");
  EXPECT_EQ(page.containers[0].paragraphs, 1U);
}

TEST(Containers, ElementsWithoutTextAreNone) {
  const Blocks page = blocks_of("<div><div></div><div><img src=x></div></div><p>text</p>");
  EXPECT_EQ(page.containers.size(), 3U);  // html, body, p
}

}  // namespace
}  // namespace tamis
