// SPDX-License-Identifier: Apache-2.0
// Text that was broken at a column comes back as paragraphs; text that was not stays as it is.
#include "segment/hard_wrap.h"

#include "tamis/segment.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

const std::string kWrapped =
    "The city council voted on Tuesday to close the old bridge to cars from\n"
    "the first of June, after engineers found cracks in two of its main\n"
    "girders. Buses and ambulances may go on using the single lane that is\n"
    "left open.\n"
    "Shop owners on both banks fear for their trade. They asked for a ferry\n"
    "that would carry shoppers across until the repairs are finished, which\n"
    "may take until the end of next year, according to the council's own\n"
    "estimate.\n"
    "\n"
    "- Tickets\n"
    "- Timetable\n";

TEST(HardWrap, ParagraphsAreJoined) {
  const Blocks page = segment_text(kWrapped);
  ASSERT_EQ(page.blocks.size(), 4U);
  EXPECT_TRUE(page.blocks[0].text.starts_with("The city council"));
  EXPECT_TRUE(
      page.blocks[0].text.ends_with("to cars from the first of June, after engineers found "
                                    "cracks in two of its main girders. Buses and "
                                    "ambulances may go on using the single lane that is "
                                    "left open."));
  EXPECT_EQ(page.blocks[0].first_line, 1U);
  EXPECT_EQ(page.blocks[0].last_line, 4U);
  EXPECT_EQ(page.blocks[1].first_line, 5U);
  EXPECT_EQ(page.blocks[1].last_line, 8U);
  EXPECT_EQ(page.blocks[2].text, "Tickets");
  EXPECT_EQ(page.blocks[3].text, "Timetable");
}

TEST(HardWrap, ChineseIsJoinedWithoutSpaces) {
  const std::string paragraph =
      "河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足城区七天的应急供水。通报说，"
      "工程历时两年，新建泵站四座，改造管网六十余公里，沿线居民用水水压普遍提高，水质也有改善。";
  std::string text, whole;
  for (int n = 0; n < 3; ++n) {
    std::size_t column = 0;
    for (std::size_t at = 0; at < paragraph.size(); at += 3, column += 2) {
      if (column == 40) {
        text += '\n';
        column = 0;
      }
      text += paragraph.substr(at, 3);
    }
    text += "\n\n";
  }
  const Blocks page = segment_text(text);
  ASSERT_EQ(page.blocks.size(), 3U);
  for (const Block& block : page.blocks) EXPECT_EQ(block.text, paragraph);
}

TEST(HardWrap, AnIndentBeginsAParagraph) {
  std::string text;
  for (int n = 0; n < 4; ++n)
    text +=
        "    The council met again on Wednesday to hear what the engineers had\n"
        "found out in the meantime about the cracks in both of the girders of\n"
        "the bridge, and adjourned without a vote on what is to be done about\n";
  EXPECT_EQ(segment_text(text).blocks.size(), 4U);
}

TEST(HardWrap, LinesThatAreParagraphsStayApart) {
  std::string text;
  for (int n = 0; n < 12; ++n)
    text += "The council met again to hear what the engineers had found out. " + std::to_string(n) +
            ".\n";
  EXPECT_EQ(segment_text(text).blocks.size(), 12U);
  std::string titles;
  for (int n = 0; n < 12; ++n)
    titles += std::string(20 + 7 * static_cast<std::size_t>(n), 'x') + "\n";
  EXPECT_EQ(segment_text(titles).blocks.size(), 12U);
}

TEST(HardWrap, WidthCountsCellsOfATerminal) {
  EXPECT_EQ(segment_detail::width_of("abc"), 3U);
  EXPECT_EQ(segment_detail::width_of("水务，"), 6U);
}

}  // namespace
}  // namespace tamis
