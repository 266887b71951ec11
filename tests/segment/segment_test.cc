// SPDX-License-Identifier: Apache-2.0
#include "tamis/segment.h"

#include "tamis/parse.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

Blocks blocks_of(const std::string& body) {
  return segment(*parse("<html><body>" + body + "</body></html>", {}));
}

std::vector<std::string> texts(const Blocks& page) {
  std::vector<std::string> out;
  for (const Block& block : page.blocks) out.push_back(block.text);
  return out;
}

using Lines = std::vector<std::string>;

TEST(Segment, BlockElementsCutAndInlineElementsDoNot) {
  EXPECT_EQ(texts(blocks_of("<div>one <b>two</b>\n three<p>four</p>five</div>")),
            (Lines{"one two three", "four", "five"}));
  EXPECT_EQ(texts(blocks_of("<p>生<em>物</em>医药</p>")), (Lines{"生物医药"}));
}

TEST(Segment, ABreakIsABoundaryWhereTheTextStops) {
  EXPECT_EQ(texts(blocks_of("<p>第一段结束。<br>第二段</p>")), (Lines{"第一段结束。", "第二段"}));
  EXPECT_EQ(texts(blocks_of("<p>one<br><br>two</p>")), (Lines{"one", "two"}));
}

TEST(Segment, ALineWrappedByWidthGoesOn) {
  std::string half;
  for (int i = 0; i < 50; ++i) half += "长";
  const Blocks page = blocks_of("<p>" + half + "<br>" + half + "。</p>");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].text, half + half + "。");
}

TEST(Segment, AnIndentOpensAParagraph) {
  std::string half;
  for (int i = 0; i < 50; ++i) half += "长";
  EXPECT_EQ(blocks_of("<p>" + half + "<br>　　" + half + "</p>").blocks.size(), 2U);
}

TEST(Segment, WhatNoReaderSeesIsNotText) {
  EXPECT_EQ(texts(blocks_of("<p>a</p><select><option>x</select><textarea>y</textarea>"
                            "<script>z</script><p>b</p>")),
            (Lines{"a", "b"}));
}

TEST(Segment, LinksAreCountedAndRemembered) {
  const Blocks page =
      blocks_of("<p><a href='/x'>两个</a>字在外</p><p><a href='/y'>all of it</a></p>");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_NEAR(page.blocks[0].stats.link_density(), 0.4, 0.01);
  EXPECT_EQ(page.blocks[0].context & kInLink, 0U);
  EXPECT_NE(page.blocks[1].context & kInLink, 0U);
  EXPECT_EQ(page.blocks[1].hrefs, (Lines{"/y"}));
}

TEST(Segment, LinksSideBySideAreWordsOfTheirOwn) {
  EXPECT_EQ(texts(blocks_of("<p><a href=1>疫苗</a><a href=2>冷链</a></p>")), (Lines{"疫苗 冷链"}));
  EXPECT_EQ(texts(blocks_of("<p><a href=1>疫苗</a>和<a href=2>冷链</a></p>")),
            (Lines{"疫苗和冷链"}));
}

TEST(Segment, ContextComesFromTheElementsAround) {
  const Blocks page = blocks_of(
      "<nav><p>n</p></nav><footer><div>f</div></footer><article><header><h1>h</h1></header>"
      "<blockquote>q</blockquote></article><div style='display: none'>x</div>"
      "<div role=navigation>r</div>");
  ASSERT_EQ(page.blocks.size(), 6U);
  EXPECT_NE(page.blocks[0].context & kInNav, 0U);
  EXPECT_NE(page.blocks[1].context & kInFooter, 0U);
  EXPECT_NE(page.blocks[2].context & kInArticle, 0U);
  EXPECT_NE(page.blocks[2].context & kInHeading, 0U);
  EXPECT_EQ(page.blocks[2].context & kInHeader, 0U) << "the article's own header";
  EXPECT_NE(page.blocks[3].context & kInQuote, 0U);
  EXPECT_NE(page.blocks[4].context & kHidden, 0U);
  EXPECT_NE(page.blocks[5].context & kInNav, 0U);
}

TEST(Segment, APageThatHidesAllOfItsTextHidesNothing) {
  const Blocks page =
      blocks_of("<div hidden><p>All the text waits for a script.</p></div><p>x</p>");
  EXPECT_EQ(page.blocks[0].context & kHidden, 0U);
}

TEST(Segment, AFormAroundThePageIsNoForm) {
  const Blocks whole =
      blocks_of("<form><p>The article stands in it, as ASP.NET has it.</p></form>");
  EXPECT_EQ(whole.blocks[0].context & kInForm, 0U);
  const Blocks part = blocks_of(
      "<form><p>Search</p></form><p>Much more text stands outside of this form than in it.</p>");
  EXPECT_NE(part.blocks[0].context & kInForm, 0U);
}

TEST(Segment, PreformattedLinesAreBlocksOfTheirOwn) {
  EXPECT_EQ(texts(blocks_of("<pre>一行。\n二行。\n\n三行</pre>")),
            (Lines{"一行。", "二行。", "三行"}));
}

TEST(Segment, ABlockKnowsTheBreaksBeforeIt) {
  const Blocks page = blocks_of("<p>一<br>二<br><br>三</p><p>四<br></p>五<br><div>六</div>七");
  std::vector<int> breaks;
  for (const Block& block : page.blocks) breaks.push_back(block.breaks_before);
  EXPECT_EQ(breaks, (std::vector<int>{0, 1, 2, 0, 0, 0, 0}));
}

TEST(Segment, ItemsAndCellsKnowTheirPlace) {
  const Blocks page = blocks_of(
      "<ol start=4><li>d</li><li></li><li>f</li></ol><ul><li>a</li><li>b</li></ul>"
      "<table><tr><td colspan=2>x</td><td></td><th rowspan=3>y</th></tr></table>");
  std::vector<std::uint32_t> places;
  for (const Block& block : page.blocks)
    places.push_back(page.containers[block.container].position);
  EXPECT_EQ(places, (std::vector<std::uint32_t>{4, 6, 0, 1, 0, 3}));
  EXPECT_EQ(page.containers[page.blocks[4].container].columns, 2);
  EXPECT_EQ(page.containers[page.blocks[5].container].rows, 3);
}

TEST(Segment, PlacesOutOfAllBoundsAreCut) {
  const Blocks page = blocks_of(
      "<ol start=99999999999><li>a</li></ol><ol start=-3><li>b</li></ol>"
      "<table><tr><td colspan=0>x</td><td rowspan=70000>y</td></tr></table>");
  EXPECT_EQ(page.containers[page.blocks[0].container].position, 1U);
  EXPECT_EQ(page.containers[page.blocks[1].container].position, 1U);
  EXPECT_EQ(page.containers[page.blocks[2].container].columns, 1);
  EXPECT_EQ(page.containers[page.blocks[3].container].rows, 1000);
}

TEST(Segment, ThePathNamesTheElements) {
  const Blocks page = blocks_of("<div class='article-body big'><p id=lead>text</p></div>");
  EXPECT_EQ(block_path(page, 0), "html/body/div.article-body/p#lead");
}

TEST(Segment, AnEmptyPageHasNoBlocks) {
  EXPECT_TRUE(blocks_of("").blocks.empty());
  EXPECT_TRUE(blocks_of("<div> &nbsp; 　</div>").blocks.empty());
}

TEST(Segment, ABlockKnowsTheTextNodesItWasMadeOf) {
  const Tree tree = *parse("<body><div>one <b>two</b> <i> </i><p>three</p></div></body>", {});
  const Blocks page = segment(tree);
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(tree.text(page.blocks[0].first_node), "one ");
  EXPECT_EQ(tree.text(page.blocks[0].last_node), "two");
  EXPECT_EQ(tree.text(page.blocks[1].first_node), "three");
  EXPECT_EQ(page.blocks[1].first_node, page.blocks[1].last_node);
  EXPECT_EQ(segment_text("one line").blocks.at(0).first_node, kNoNode);
}

TEST(Segment, LinesOfPreformattedTextShareTheirNode) {
  const Tree tree = *parse("<body><pre>one line.\n\nanother\n</pre></body>", {});
  const Blocks page = segment(tree);
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(page.blocks[0].first_node, page.blocks[1].first_node);
  EXPECT_NE(page.blocks[0].first_node, kNoNode);
}

}  // namespace
}  // namespace tamis
