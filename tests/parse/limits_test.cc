// SPDX-License-Identifier: Apache-2.0
// Each limit has its own error, names the figure and the limit, and holds without the skim too.
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

std::string repeat(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

void expect_error(const std::string& html, ParseLimits limits, ErrorKind kind,
                  const std::string& figure) {
  for (const bool skim : {true, false}) {
    limits.skim = skim;
    const Result<Tree> tree = parse(html, limits);
    ASSERT_FALSE(tree) << html.substr(0, 60);
    EXPECT_EQ(tree.error().kind, kind) << tree.error().message;
    EXPECT_NE(tree.error().message.find(figure), std::string::npos) << tree.error().message;
  }
}

TEST(Limits, EachHasItsError) {
  ParseLimits limits;
  limits.max_bytes = 10;
  expect_error("12345678901", limits, ErrorKind::kTooBig, "11 bytes");
  limits = {};
  limits.max_depth = 10;
  expect_error(repeat("<div>", 9), limits, ErrorKind::kTooDeep, "limit is 10");
  limits = {};
  limits.max_nodes = 10;
  expect_error(repeat("<br>", 11), limits, ErrorKind::kTooManyNodes, "limit is 10");
  limits = {};
  limits.max_attributes = 3;
  expect_error("<p a b c d>", limits, ErrorKind::kTooManyAttributes, "4 attributes");
  limits = {};
  limits.max_attribute_bytes = 10;
  expect_error("<p class='12345678901'>", limits, ErrorKind::kTooManyAttributes, "11 bytes");
  limits = {};
  limits.max_steps = 1000;
  expect_error(repeat("<div>", 100), limits, ErrorKind::kTooMuchWork, "limit is 1000");
}

TEST(Limits, ElementsThatHtmlClosesDoNotNest) {
  ParseLimits limits;
  limits.max_depth = 12;
  for (const char* unit : {"<p>a",
                           "<li>a",
                           "<dt>a<dd>b",
                           "<option>a",
                           "<br>",
                           "<hr>",
                           "<img>",
                           "<input>",
                           "<meta>",
                           "<h1>a</h2>",
                           "<a href=x>a",
                           "<button>a",
                           "<p><b>a</b>",
                           "<ul><li>a</ul>",
                           "<table><tr><td>a<tr><th>b<tbody><tr><td>c</table>",
                           "<select><option>a</select>",
                           "<ruby>a<rt>b</ruby>",
                           "<p/>",
                           "</div></span>",
                           "<svg><path><g/></path></svg>"}) {
    EXPECT_TRUE(parse(repeat(unit, 500), limits)) << unit;
  }
  EXPECT_TRUE(parse("<table>" + repeat("<tr><td>a<td>b", 500), limits));
  EXPECT_TRUE(parse("<table><tr>" + repeat("<td><p>a<p>b", 500), limits));
  EXPECT_TRUE(parse("<dl>" + repeat("<dt>a<dd><p>b", 500), limits));
}

TEST(Limits, WhatSitsInAttributesAndScriptsDoesNotCount) {
  ParseLimits limits;
  limits.max_depth = 10;
  limits.max_nodes = 10;
  EXPECT_TRUE(parse("<script>" + repeat("<div>", 100) + "</script><p title='" +
                        repeat("<div>", 100) + "'><!--" + repeat("<div>", 100) + "-->a",
                    limits));
}

}  // namespace
}  // namespace tamis
