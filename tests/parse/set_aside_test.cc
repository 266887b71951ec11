// SPDX-License-Identifier: Apache-2.0
// What is set aside comes back as it was, and a page cannot write marks of its own.
#include "parse/set_aside.h"

#include "parse/flat.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace tamis::parsing {
namespace {

const std::string kMark = "\xF4\x8F\xBF\xBD";

std::vector<std::string> tree_of(const std::string& html, bool skim) {
  ParseLimits limits;
  limits.skim = skim;
  const Result<Tree> tree = tamis::parse(html, limits);
  return tree ? testing::flat(*tree) : std::vector<std::string>{tree.error().message};
}

void expect_the_same_tree(const std::string& html) {
  EXPECT_EQ(tree_of(html, true), tree_of(html, false)) << html;
}

TEST(SetAside, ATagsAttributesComeBackByItsNumber) {
  SetAside aside;
  std::string out;
  const std::array<KeptAttribute, 2> first = {
      {{AttributeName::kClass, "a b"}, {AttributeName::kId, "c"}}};
  aside.tag(first, out);
  aside.tag(std::span(first).first(1), out);
  EXPECT_EQ(out, " ~=0 ~=1");
  ASSERT_EQ(aside.attributes("0").size(), 2u);
  EXPECT_EQ(aside.attributes("0")[1].value, "c");
  ASSERT_EQ(aside.attributes("1").size(), 1u);
  EXPECT_TRUE(aside.attributes("2").empty());
}

TEST(SetAside, TextComesBackAsItWas) {
  const std::string text =
      "\n A longer text & two < three &amp; more of it，以及中文。 &copy;" + kMark + "x";
  SetAside aside;
  std::string out, buffer;
  aside.text(text, true, out);
  EXPECT_LT(out.size(), text.size());
  EXPECT_TRUE(out.starts_with("\n " + kMark)) << out;
  EXPECT_EQ(aside.whole(out, buffer), text);
}

TEST(SetAside, WhatTheBuilderReadsOtherwiseIsNotSetAside) {
  for (const char* text : {"a&amp;b", "a\rb", "a\x01", "a\x7F", "a\xC2\x85", "a\xEF\xB7\x90",
                           "a\xEF\xBF\xBF", "a\xED\xA0\x80", "a\xE4\xBD"}) {
    EXPECT_FALSE(SetAside::is_plain(text)) << text;
  }
  EXPECT_FALSE(SetAside::is_plain(std::string("a\0b", 3)));
  for (const char* text : {"", "a b\n\t\f<>\"", "中文，\xE3\x80\x80", "é", "\xF0\x9F\x98\x80"}) {
    EXPECT_TRUE(SetAside::is_plain(text)) << text;
  }
}

TEST(SetAside, APageCannotWriteMarks) {
  const std::string secret = "<p>a text that is long enough to be set aside</p>";
  const std::string number = "\xF0\xA0\x80\x81";  // of the text above
  const std::vector<std::string> marks = {
      kMark + number,
      "&#x10FFFD;&#x20001;",
      "&#1114109;&#131073;",
      "&#x00010fffd" + number,
      "&#x10FFFD&#131073",
      "\xF4<!-- -->\x8F\xBF\xBD" + number,
      "\xF4\x8F<!-- -->\xBF\xBD" + number,
  };
  for (const std::string& forged : marks) {
    expect_the_same_tree(secret + "<p>" + forged + "</p>");
    expect_the_same_tree(secret + "<p>letters before " + forged + " and letters behind it</p>");
    expect_the_same_tree(secret + "<textarea>" + forged + "</textarea>");
    expect_the_same_tree("<title>" + forged + "</title>" + secret);
    expect_the_same_tree(secret + "<xmp>" + forged + "</xmp>");
    expect_the_same_tree(secret + "<plaintext>" + forged);
  }
  expect_the_same_tree(secret + "<p ~=0 class=x>a</p><b ~=0>c</b><i ~=0 class=x>d</i>");
  expect_the_same_tree("<html ~=0><body ~=0 id=x><body id=y class=z><html lang=en>" + secret);
}

TEST(SetAside, PiecesOfMarkupInAnyOrderGiveTheTreeOfTheWholePage) {
  const std::vector<std::string> parts = {"<p class='a b'>",
                                          "<div id=x class=y>",
                                          "</div>",
                                          "<a href='u?a=1&b=2'>",
                                          "</a>",
                                          "<a href=v title=\"w&quot;\">",
                                          "<table class=t>",
                                          "<tr id=r>",
                                          "<td colspan=2>",
                                          "</table>",
                                          "<input type=hidden name=n>",
                                          "<b class=c>",
                                          "<font color=red class=c>",
                                          "</b>",
                                          "</p>",
                                          "<select name=s>",
                                          "<option title=o>",
                                          "</select>",
                                          "<pre class=p>",
                                          "</pre>",
                                          "<svg class=g>",
                                          "</svg>",
                                          "<isindex name=i>",
                                          "<image alt=m>",
                                          "<ul role=list>",
                                          "<li class=l>",
                                          "<h1 id=h>",
                                          "some longer text of it",
                                          "   ",
                                          "\n",
                                          "中文的一句话，很长。",
                                          "&nbsp;",
                                          "&copy",
                                          "it; and more text",
                                          "<!-- c -->",
                                          "<script>s</script>",
                                          "<textarea name=q>",
                                          "</textarea>",
                                          "\xC2\x85 a control",
                                          "a\rcarriage return",

                                          "<body class=d>",
                                          "<br class=e/>",
                                          "<nobr id=k>",
                                          "<button name=z>",
                                          "<td>",
                                          "<col class=f>",
                                          "<caption id=g>",

                                          "\xFF broken utf8 here",
                                          "<title>a longer title &amp; so on</title>",
                                          "<p class=a class=b>"};
  std::mt19937 random(7);
  for (int page = 0; page < 4000; ++page) {
    std::string html;
    for (std::size_t i = 3 + random() % 14; i > 0; --i) html += parts[random() % parts.size()];
    const auto small = tree_of(html, true), full = tree_of(html, false);
    ASSERT_EQ(small, full) << html;
  }
}

}  // namespace
}  // namespace tamis::parsing
