// SPDX-License-Identifier: Apache-2.0
#include "evidence/main_text.h"

#include "evidence/evidence_page.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tamis::evidence_detail {
namespace {

const std::string kParagraph =
    "<p>The council agreed on the plan after a long debate, and the work will start in spring.</p>";

MainText main_of(const std::string& body, Blocks& blocks) {
  blocks = segment(*parse("<html><body>" + body + "</body></html>", {}));
  return find_main_text(gather(blocks, {}, evidence_test::rules()));
}

TEST(MainText, ABodySplitOverSiblingsIsFoundWhole) {
  Blocks blocks;
  const MainText main =
      main_of("<div class=menu><a href=1>One</a></div><div id=x><div>" + kParagraph +
                  "</div><div>" + kParagraph + kParagraph + "</div></div>",
              blocks);
  EXPECT_EQ(blocks.containers[main.container].path_step, "div#x");
  EXPECT_EQ(main.last - main.first, 3U);
}

// The slow twin: every container's worth from all runs of its blocks, one by one.
TEST(MainText, NoContainerIsWorthMore) {
  Blocks blocks;
  const MainText main = main_of(
      "<div><ul><li><a href=1>One two three</a></li><li><a href=2>Four five six</a></li></ul>" +
          kParagraph + "<div>" + kParagraph + "<p>short</p></div></div><div>" + kParagraph +
          "</div>",
      blocks);
  const Page page = gather(blocks, {}, evidence_test::rules());
  const auto worth = [&](ContainerId c) {
    const BlockId first = blocks.containers[c].first, last = blocks.containers[c].last;
    float all = 0, best = -1e9F;
    for (BlockId from = first; from < last; ++from) {
      float sum = 0;
      for (BlockId b = from; b < last; ++b) {
        sum += block_weight(page, b);
        best = std::max(best, sum);
      }
      all += block_weight(page, from);
    }
    return 0.5F * (all + best);
  };
  for (ContainerId c = 0; c < blocks.containers.size(); ++c) {
    EXPECT_LE(worth(c), worth(main.container) + 0.001F)
        << block_path(blocks, blocks.containers[c].first);
  }
}

TEST(MainText, AnAdvertBetweenParagraphsDoesNotCutTheBody) {
  std::string links;
  for (int i = 0; i < 12; ++i)
    links += "<a href=" + std::to_string(i) + ">An offer of the week</a> ";
  Blocks blocks;
  const MainText main =
      main_of("<table><tr><td>" + kParagraph + kParagraph + "<div>" + links + "</div>" +
                  kParagraph + kParagraph + "<div>" + links + "</div></td></tr></table>",
              blocks);
  EXPECT_EQ(main.first, 0U);
  EXPECT_GE(main.last, 5U);
}

TEST(MainText, AnEmptyPageHasNone) {
  Blocks blocks;
  const MainText main = main_of("", blocks);
  EXPECT_EQ(main.first, main.last);
}

TEST(MainText, OfLinesTheRunWithTheLargestSum) {
  const Blocks blocks = segment_text(
      "首页\n新闻\n财经\n\n河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足应急供水。"
      "\n"
      "通报说，工程历时两年，新建泵站四座，改造管网六十余公里，沿线水压普遍提高。\n\n打印\n关闭\n");
  const MainText main = find_main_text(gather(blocks, {}, evidence_test::rules()));
  EXPECT_EQ(main.first, 3U);
  EXPECT_EQ(main.last, 5U);
}

}  // namespace
}  // namespace tamis::evidence_detail
