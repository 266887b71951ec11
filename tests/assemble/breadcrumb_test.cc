// SPDX-License-Identifier: Apache-2.0
#include "assemble/breadcrumb.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

TEST(Breadcrumb, IsKeptVerbatimWithoutItsPrefix) {
  const std::pair<const char*, const char*> cases[] = {
      {"首页> 地方频道> 地方频道-上海> 要闻 > 正文", "首页> 地方频道> 地方频道-上海> 要闻 > 正文"},
      {"当前位置:首页 > 厦门产业信息 > 正文内容", "首页 > 厦门产业信息 > 正文内容"},
      {"您的位置：首页 » 新闻 » 正文", "首页 » 新闻 » 正文"},
      {"您现在的位置是: 新闻 > 国内", "新闻 > 国内"},
      {"Home › World › Asia", "Home › World › Asia"},
      {"首页", ""},
      {"1 > 0", ""},
      {"位于首页的文章", ""},
      {"", ""},
  };
  for (const auto& [line, expected] : cases) EXPECT_EQ(breadcrumb_of(line), expected) << line;
}

TEST(Breadcrumb, IsTheChannel) {
  const Sample sample{{LabelName::kNav, "当前位置:首页 > 新闻"}, {LabelName::kBody, kParagraph}};
  EXPECT_EQ(channel(sample.view()), "首页 > 新闻");
}

TEST(Breadcrumb, ProseIsNone) {
  const Sample sample{{LabelName::kBody, "首页 > 新闻"}};
  EXPECT_EQ(channel(sample.view()), "");
}

TEST(Breadcrumb, PiecesInElementsOfTheirOwnAreJoined) {
  Sample sample{
      {LabelName::kNav, "首页"}, {LabelName::kNav, "新闻"}, {LabelName::kBody, kParagraph}};
  Container crumbs;
  crumbs.names = "ul breadcrumb";
  crumbs.first = 0;
  crumbs.last = 2;
  sample.blocks.containers.push_back(crumbs);
  EXPECT_EQ(channel(sample.view()), "首页 > 新闻");
}

TEST(Breadcrumb, TheMarkupsSectionComesSecond) {
  Sample sample{{LabelName::kBody, kParagraph}};
  sample.claim(sample.head.sections, "World");
  EXPECT_EQ(channel(sample.view()), "World");
}

}  // namespace
}  // namespace tamis::assembly
