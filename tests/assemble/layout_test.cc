// SPDX-License-Identifier: Apache-2.0
#include "assemble/layout.h"

#include "fixture.h"
#include "tamis/segment.h"

#include <functional>

namespace tamis::assembly {
namespace {

const std::string kLong(400, 'x');

// The records of a page all of whose blocks are body, but for those that begin with '!' (ui) and
// '*' (caption).
std::vector<BlockRecord> records_of(const std::string& body) {
  Sample sample{};
  sample.blocks = segment(*parse("<html><body>" + body, {}));
  for (const Block& block : sample.blocks.blocks) {
    const LabelName name = block.text[0] == '!'   ? LabelName::kUi
                           : block.text[0] == '*' ? LabelName::kCaption
                                                  : LabelName::kBody;
    sample.labels.push_back({name, "test"});
  }
  return sample.article().blocks;
}

// "q" quote, "-" bullet, "3." number, "1,2" cell, "c" code: the frames of a record, outermost
// first.
std::string frames_of(const BlockRecord& record) {
  std::string out;
  for (const Frame& frame : record.frames) {
    if (!out.empty()) out += ' ';
    switch (frame.kind) {
      case Frame::Kind::kQuote: out += 'q'; break;
      case Frame::Kind::kBullet: out += '-'; break;
      case Frame::Kind::kNumber: out += std::to_string(frame.number) + '.'; break;
      case Frame::Kind::kCell:
        out += std::to_string(frame.number) + ',' + std::to_string(frame.column);
        break;
      case Frame::Kind::kCode: out += 'c'; break;
    }
  }
  return out;
}

Strings frames(const std::string& body) {
  Strings out;
  for (const BlockRecord& record : records_of(body)) out.push_back(frames_of(record));
  return out;
}

TEST(Layout, NamesWhatABlockStandsIn) {
  EXPECT_EQ(frames("<p>" + kLong +
                   "<ul><li>a<ol start=3><li>b</ol></ul>"
                   "<blockquote><p>c</p><ul><li>d</ul></blockquote>"),
            (Strings{"", "-", "- 3.", "q", "q -"}));
}

TEST(Layout, WhatHoldsMostOfTheArticleLaysItOut) {
  EXPECT_EQ(frames("<ul><li><blockquote><p>" + kLong +
                   "</p><ul><li>a<li>b</ul></blockquote>"
                   "<li>c</ul>"),
            (Strings{"", "-", "-", "-"}));
  EXPECT_EQ(frames("<table><tr><td><p>" + kLong + "<td>a<tr><td>b<td>c</table>"),
            (Strings{"", "", "", ""}));
}

TEST(Layout, ATableIsOneThing) {
  const auto page =
      records_of("<p>" + kLong + "<table><tr><td>long enough<td>!b<tr><td>!c<td>also long</table>");
  ASSERT_EQ(page.size(), 5U);
  EXPECT_EQ(frames_of(page[2]), "0,1");
  EXPECT_TRUE(page[2].shown);
  const auto dropped =
      records_of("<p>" + kLong + "<table><tr><td>a<td>!bbbbb<tr><td>!ccccc<td>d</table>");
  EXPECT_EQ(frames_of(dropped[1]), "");
  EXPECT_FALSE(dropped[2].shown);
}

TEST(Layout, CodeIsKeptAsItWasWritten) {
  const auto page = records_of("<p>" + kLong + "<pre>if (a)\n  b();\n!c</pre>");
  ASSERT_EQ(page.size(), 4U);
  EXPECT_EQ(page[1].code, "if (a)\n  b();\n!c");
  EXPECT_EQ(frames_of(page[3]), "c");
  EXPECT_TRUE(page[3].code.empty());
  EXPECT_TRUE(page[3].shown);
}

TEST(Layout, VerseAndWholePagesInPreAreText) {
  EXPECT_EQ(frames("<p>" + kLong + "<pre>床前明月光\n疑是地上霜</pre>"), (Strings{"", "", ""}));
  EXPECT_EQ(frames("<p>a</p><pre>" + kLong + "</pre>"), (Strings{"", ""}));
}

TEST(Layout, NumbersBesideCodeAreNotShown) {
  const auto page = records_of("<p>" + kLong + "<pre>1\n2\n3</pre><pre>a\nb\nc</pre>");
  ASSERT_EQ(page.size(), 7U);
  EXPECT_EQ(page[1].code, "");
  EXPECT_EQ(page[4].code, "a\nb\nc");
}

TEST(Layout, HeadingsAndCaptionsShowThroughPlainerElements) {
  const auto page = records_of("<h3><div>a</div></h3><p>" + kLong +
                               "<figure><figcaption><p>*b</figcaption></figure><p>" + kLong);
  ASSERT_EQ(page.size(), 4U);
  EXPECT_EQ(page[0].tag, Tag::kH3);
  EXPECT_EQ(page[2].tag, Tag::kFigcaption);
  EXPECT_TRUE(page[2].shown);
}

TEST(Layout, CaptionsFarFromTheArticleAreNotShown) {
  const auto page = records_of("<p>*a<p>" + kLong + "<p>!b<p>!c<p>!d<p>!e<p>*f");
  EXPECT_FALSE(page.front().shown);
  EXPECT_FALSE(page.back().shown);
}

TEST(Layout, DepthIsBounded) {
  std::string deep = "<p>" + kLong + "</p>";
  for (int i = 0; i < 200; ++i) deep += "<ul><li>x";
  const auto page = records_of(deep);
  EXPECT_EQ(page.back().frames.size(), kMostFrames);
}

}  // namespace
}  // namespace tamis::assembly
