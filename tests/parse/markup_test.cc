// SPDX-License-Identifier: Apache-2.0
#include "parse/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::parsing {
namespace {

TagSpan tag(std::string_view html) {
  TagSpan out;
  read_tag(html, 1, out);
  return out;
}

TEST(Markup, TagWithEveryKindOfAttribute) {
  const std::string_view html = "<a b c=d e='f>' g = \"h\"i/j=>k";
  const TagSpan read = tag(html);
  EXPECT_EQ(read.name, "a");
  EXPECT_EQ(html.substr(read.end), "k");
  ASSERT_EQ(read.attributes.size(), 6u);
  EXPECT_EQ(read.attributes[1].value, "d");
  EXPECT_EQ(read.attributes[2].value, "f>");
  EXPECT_EQ(read.attributes[2].quote, '\'');
  EXPECT_EQ(read.attributes[3].value, "h");
  EXPECT_EQ(read.attributes[4].name, "i");
  EXPECT_EQ(read.attributes[5].value, "");
  EXPECT_FALSE(read.self_closing);
}

TEST(Markup, SlashBeforeTheEndClosesItself) {
  EXPECT_TRUE(tag("<a/>").self_closing);
  EXPECT_TRUE(tag("<a b />").self_closing);
  EXPECT_FALSE(tag("<a / >").self_closing);
  EXPECT_FALSE(tag("<a b=c/>").self_closing);
}

TEST(Markup, TagsThatTheEndCutsAreNone) {
  for (const char* html : {"<a", "<a ", "<a b", "<a b=", "<a b='c", "<a b=c", "<a/"}) {
    EXPECT_EQ(tag(html).end, kEnd) << html;
  }
}

TEST(Markup, CommentsEndWhereTheStandardSays) {
  EXPECT_EQ(comment_end("<!-->x", 4), 5u);
  EXPECT_EQ(comment_end("<!--->x", 4), 6u);
  EXPECT_EQ(comment_end("<!---->x", 4), 7u);
  EXPECT_EQ(comment_end("<!--a--!>x", 4), 9u);
  EXPECT_EQ(comment_end("<!--a--!->-->x", 4), 13u);
  EXPECT_EQ(comment_end("<!--a", 4), 5u);
}

TEST(Markup, ScriptEndKnowsTheEscapedStates) {
  const auto end = [](std::string_view text) { return script_end(text, 0); };
  EXPECT_EQ(end("a</script>"), 1u);
  EXPECT_EQ(end("</scripts></SCRIPT >"), 10u);
  EXPECT_EQ(end("<!--</script>"), 4u);
  EXPECT_EQ(end("<!--<script></script></script>"), 21u);
  EXPECT_EQ(end("<!--<script>--></script>"), 15u);
  EXPECT_EQ(end("<!--<scripts></script>"), 13u);
  EXPECT_EQ(end("<!--<script></script>"), kEnd);
  EXPECT_EQ(end("</script"), kEnd);
}

}  // namespace
}  // namespace tamis::parsing
