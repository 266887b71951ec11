// SPDX-License-Identifier: Apache-2.0
#include "label/label_page.h"

namespace tamis::label_test {
namespace {

const std::string kPage =
    "<html><head><title>三座备用水源地通过验收</title></head><body><h1>三座备用水源地通过验收</h1>"
    "<p>河湾市水务局昨日通报，全市三座备用水源地已全部通过验收，可满足城区七天的应急供水。</p>"
    "<h2>两年建成</h2>"
    "<p>通报说，工程历时两年，新建泵站四座，改造管网六十余公里，沿线居民用水水压普遍提高。</p>"
    "<p>天气预报说明天有雨</p><div "
    "class=comment><p>写得很好</p></div>"
    "</body></html>";

std::vector<Label> settled(std::vector<std::uint8_t> keep) {
  const Labelled page = label_html(kPage);
  EXPECT_EQ(page.blocks.blocks.size(), keep.size());
  Scores scores;
  scores.belongs.assign(keep.size(), 0.1F);
  for (std::size_t b = 0; b < keep.size(); ++b) {
    if (keep[b]) scores.belongs[b] = 0.9F;
  }
  scores.keep = std::move(keep);
  return label_all(page.blocks, page.head, scores);
}

TEST(Settle, TheModelDecidesWhatIsKept) {
  const std::vector<Label> labels = settled({0, 1, 1, 0, 1, 0});
  EXPECT_EQ(labels[1].name, LabelName::kBody);
  EXPECT_EQ(labels[2].name, LabelName::kHeading);
  EXPECT_FALSE(is_kept(labels[3].name));
  EXPECT_EQ(labels[4].name, LabelName::kBody);
  EXPECT_TRUE(labels[4].reason.starts_with("model: 0.90")) << labels[4].reason;
}

TEST(Settle, TheHeadlineIsNeverText) {
  EXPECT_EQ(settled({1, 1, 0, 1, 0, 0})[0].name, LabelName::kTitle);
}

TEST(Settle, WhatARuleCallsFurnitureStaysFurniture) {
  EXPECT_EQ(settled({0, 1, 0, 1, 0, 1})[5].name, LabelName::kComment);
}

}  // namespace
}  // namespace tamis::label_test
