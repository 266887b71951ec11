// SPDX-License-Identifier: Apache-2.0
#include "head/plain_text.h"

#include <gtest/gtest.h>

namespace tamis::head {
namespace {

TEST(PlainText, DropsTagsAndBreaksLinesAtBlocks) {
  EXPECT_EQ(plain_text("<p class=\"a\">One <b>two</b></p><p>three"), "\nOne two\n\nthree");
}

TEST(PlainText, DecodesEntities) {
  EXPECT_EQ(plain_text("Tom &amp; Jerry&#8217;s &#x4e2d;&nbsp;&unknown; &"),
            "Tom & Jerry’s 中 &unknown; &");
}

TEST(PlainText, DropsMarkupThatWasEncodedTwice) {
  EXPECT_EQ(plain_text("&lt;b&gt;bold&lt;/b&gt;"), "bold");
}

TEST(PlainText, KeepsAngleBracketsThatAreNoTags) {
  EXPECT_EQ(plain_text("1 < 2 and 3 > 2 <"), "1 < 2 and 3 > 2 <");
}

TEST(PlainText, RefusesSurrogatesAndControlsAsNumbers) {
  EXPECT_EQ(plain_text("&#xD800;&#0;&#99999999;"), "&#xD800;&#0;&#99999999;");
}

TEST(PlainText, HostileBracketsAreLinear) {
  std::string open(200000, '<');
  EXPECT_EQ(plain_text(open), open);
  std::string ampersands(200000, '&');
  EXPECT_EQ(plain_text(ampersands), ampersands);
}

}  // namespace
}  // namespace tamis::head
