// SPDX-License-Identifier: Apache-2.0
#include "assemble/tags.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

TEST(Tags, StandInTheirOwnLine) {
  EXPECT_EQ(tags(Sample{{LabelName::kTags, "标签: 生物 医药"}}.view(), ""),
            (Strings{"生物", "医药"}));
  EXPECT_EQ(tags(Sample{{LabelName::kTags, "Tags: New York, Budget"}}.view(), ""),
            (Strings{"New York", "Budget"}));
  EXPECT_TRUE(tags(Sample{{LabelName::kTags, "标签:"}}.view(), "").empty());
  EXPECT_TRUE(tags(Sample{{LabelName::kTags, "关键词"}}.view(), "").empty());
}

TEST(Tags, OfTheMarkupMustBeAboutTheArticle) {
  Sample sample{{LabelName::kBody, kParagraph}};
  for (const char* tag : {"生物医药", "产业", "新闻网"}) sample.claim(sample.head.tags, tag);
  EXPECT_EQ(tags(sample.view(), "标题"), (Strings{"生物医药", "产业", "新闻网"}));
  sample.head.tags.clear();
  for (const char* tag : {"新闻网", "体育", "娱乐", "天气"}) sample.claim(sample.head.tags, tag);
  EXPECT_TRUE(tags(sample.view(), "标题").empty());
}

TEST(Tags, AreNotTheHeadlineInPieces) {
  Sample sample{{LabelName::kBody, kParagraph}};
  for (const char* tag : {"生物医药产业", "高质量发展"}) sample.claim(sample.head.tags, tag);
  EXPECT_TRUE(tags(sample.view(), "生物医药产业 高质量发展").empty());
}

}  // namespace
}  // namespace tamis::assembly
