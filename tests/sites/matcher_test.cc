// SPDX-License-Identifier: Apache-2.0
#include "sites/matcher.h"

#include <gtest/gtest.h>

namespace tamis::sites {
namespace {

Selector selector(const std::string& text) {
  return std::get<Selector>(parse_selector(text));
}

// The ids of the elements that a selector matches.
std::string ids(const Tree& tree, const std::string& text) {
  std::string out;
  const auto found = Matcher({selector(text)}).match(tree);
  for (const NodeId node : found.at(0))
    out += std::string(tree.attribute(node, AttributeName::kId)) + " ";
  return out;
}

TEST(Matcher, MatchesAsBrowsersDo) {
  const Tree tree = *parse(
      "<body id=b><div id=1 class='box news'><p id=2 class=lead>a<div id=3><p id=4>b</div></div>"
      "<div id=5 class='newsbox'><ul id=6><li id=7 role=note>c</ul></div><p id=8 class='LEAD'>d",
      {});
  const struct {
    const char *text, *ids;
  } cases[] = {
      {"p", "2 4 8 "},
      {".news", "1 "},
      {".box.news", "1 "},
      {".news.newsbox", ""},
      {"#5", "5 "},
      {"div#5.newsbox", "5 "},
      {"p.lead", "2 "},
      {".news p", "2 4 "},
      {".news > p", "2 "},
      {"div div > p", "4 "},
      {"body > div p", "2 4 "},
      {"body > p", "8 "},
      {"html > p", ""},
      {"div > *", "2 3 4 6 "},
      {"div div div", ""},
      {"div", "1 3 5 "},
      {"[role]", "7 "},
      {"[role=note]", "7 "},
      {"[role^=no]", "7 "},
      {"[role=no]", ""},
      {"body div ul > li", "7 "},
      {"p p", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(ids(tree, c.text), c.ids) << c.text;
}

// A greedy matcher that takes the nearest `div` for the ancestor finds nothing here.
TEST(Matcher, AnyAncestorWillDo) {
  const Tree tree =
      *parse("<body><section><div class=a><div class=b><p id=x>t</p></div></div></section>", {});
  EXPECT_EQ(ids(tree, "section > div p"), "x ");
  EXPECT_EQ(ids(tree, "section > .a > .b > p"), "x ");
  EXPECT_EQ(ids(tree, "section > .b p"), "");
}

TEST(Matcher, ManySelectorsShareOneWalk) {
  const Tree tree = *parse("<body><div class=a><p id=1>t</p></div><p id=2>u</p>", {});
  const auto found =
      Matcher({selector("p"), selector(".none"), selector(".a p"), selector("*")}).match(tree);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].size(), 2U);
  EXPECT_TRUE(found[1].empty());
  EXPECT_EQ(found[2].size(), 1U);
  EXPECT_EQ(found[3].size(), 6U);  // html head body div p p
}

TEST(Matcher, NothingToMatch) {
  EXPECT_TRUE(Matcher().match(*parse("<p>t", {})).empty());
}

}  // namespace
}  // namespace tamis::sites
