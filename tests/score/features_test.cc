// SPDX-License-Identifier: Apache-2.0
#include "score/score_page.h"

#include <cmath>
#include <set>

namespace tamis::score_test {
namespace {

const std::string kProse =
    "河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足城区七天的应急供水。";

TEST(Features, HaveTheSameNamesForEveryPage) {
  const FeatureTable none = features(read("<html><body></body></html>"));
  const FeatureTable some =
      features(read("<h1>水</h1><p>" + kProse + "</p><ul><li><a href=1>x</a></ul>"));
  ASSERT_EQ(none.names.size(), some.names.size());
  for (std::size_t f = 0; f < none.names.size(); ++f) EXPECT_STREQ(none.names[f], some.names[f]);
  EXPECT_EQ(std::set<std::string>(some.names.begin(), some.names.end()).size(), some.names.size());
  EXPECT_EQ(some.values.size(), some.names.size() * some.rows);
}

TEST(Features, AreFiniteOnAnyPage) {
  for (const std::string& html :
       {std::string("<p>"), std::string("x"), std::string("<table><td>1<td>"),
        "<div>" + kProse + "</div>", std::string("<a href=1>.</a>")}) {
    const FeatureTable table = features(read(html));
    for (const float v : table.values) ASSERT_TRUE(std::isfinite(v)) << html;
  }
}

TEST(Features, TellPlaceAndText) {
  const Read page = read(
      "<title>三座备用水源地通过验收</title><div class=menu><a href=1>首页</a></div>"
      "<div class=article><h1>三座备用水源地通过验收</h1><p>" +
      kProse + "</p><p>" + kProse + kProse + "</p></div><div><a href=2>更多</a></div>");
  const FeatureTable table = features(page);
  ASSERT_EQ(table.rows, 5U);
  EXPECT_EQ(value(table, "title.blocks", 0), -1);
  EXPECT_EQ(value(table, "title.blocks", 3), 2);
  EXPECT_EQ(value(table, "text.prose", 2), 1);
  EXPECT_EQ(value(table, "text.link_density", 0), 1);
  EXPECT_EQ(value(table, "main.side", 0), -1);
  EXPECT_EQ(value(table, "main.side", 4), 1);
  EXPECT_EQ(value(table, "main.up", 3), 0) << "inside the main text no step leads up";
  EXPECT_EQ(value(table, "since.prose", 3), 1);
  EXPECT_EQ(value(table, "until.prose", 0), 2);
  EXPECT_EQ(value(table, "seed.blocks", 3), 1);
  EXPECT_EQ(value(table, "container1.blocks", 3), 3);
  EXPECT_GT(value(table, "topic.lead", 3), 0.9F);
}

TEST(Features, RepeatedSiblingsAreCounted) {
  std::string list = "<ul>";
  for (int i = 0; i < 6; ++i) list += "<li><a href=" + std::to_string(i) + ">新闻</a></li>";
  const FeatureTable table = features(read("<p>" + kProse + "</p>" + list + "</ul>"));
  EXPECT_EQ(value(table, "siblings0.count", 1), 6);
  EXPECT_EQ(value(table, "siblings0.linked", 1), 1);
  EXPECT_EQ(value(table, "text.copies", 1), 6);
  EXPECT_EQ(value(table, "text.nth_copy", 3), 2);
}

TEST(ContextFeatures, SeeTheScoresAround) {
  const Read page = read("<p>一</p><p>二</p><p>三</p>");
  const FeatureTable table = context_features(page.blocks, std::vector<float>{0.1F, 0.5F, 0.9F});
  EXPECT_FLOAT_EQ(value(table, "near.-1", 1), 0.1F);
  EXPECT_FLOAT_EQ(value(table, "near.+1", 1), 0.9F);
  EXPECT_FLOAT_EQ(value(table, "near.-1", 0), -1);
  EXPECT_FLOAT_EQ(value(table, "first", 2), 0.9F);
}

}  // namespace
}  // namespace tamis::score_test
