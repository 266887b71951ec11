// SPDX-License-Identifier: Apache-2.0
#include "parse/dump.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

TEST(Tree, HasTextAndSpacesThatAreSeenOnly) {
  const Result<Tree> tree = parse(
      "<p class=x data-y=1>a <b>b</b> <i>c</i>\n </p>\n<script>no</script> <div> <span>d</span> "
      "</div>",
      {});
  ASSERT_TRUE(tree);
  EXPECT_EQ(
      testing::dump(*tree),
      "(html (head) (body (p class=\"x\" \"a \" (b \"b\") \" \" (i \"c\")) (div (span \"d\"))))");
}

TEST(Tree, AttributeOfANodeIsEmptyWhenAbsent) {
  const Result<Tree> tree = parse("<a href='/x' hidden>y</a>", {});
  ASSERT_TRUE(tree);
  const NodeId a = 3;
  ASSERT_EQ(tree->nodes[a].tag, Tag::kA);
  EXPECT_EQ(tree->attribute(a, AttributeName::kHref), "/x");
  EXPECT_EQ(tree->attribute(a, AttributeName::kTitleAttr), "");
  EXPECT_TRUE(tree->has_attribute(a, AttributeName::kHidden));
  EXPECT_FALSE(tree->has_attribute(a, AttributeName::kTitleAttr));
}

TEST(Tree, TagNamesRoundTrip) {
  EXPECT_STREQ(tag_name(Tag::kFigcaption), "figcaption");
  EXPECT_EQ(tag_from_name("figcaption"), Tag::kFigcaption);
  EXPECT_EQ(tag_from_name("no-such"), Tag::kOther);
}

}  // namespace
}  // namespace tamis
