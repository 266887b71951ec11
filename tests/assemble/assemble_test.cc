// SPDX-License-Identifier: Apache-2.0
#include "tamis/assemble.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

TEST(Assemble, PutsTheParagraphsIntoTextWithoutTheTitle) {
  Sample sample{{LabelName::kTitle, "标题"},     {LabelName::kMeta, "来源:新华网"},
                {LabelName::kHeading, "小标题"}, {LabelName::kCaption, "图为会场"},
                {LabelName::kBody, kParagraph},  {LabelName::kShare, "分享"}};
  sample.page.id = "a/b.html";
  sample.text.charset.name = "gb18030";
  const Article article = sample.article();
  EXPECT_EQ(article.id, "a/b.html");
  EXPECT_EQ(article.charset.name, "gb18030");
  EXPECT_EQ(article.status, Status::kOk);
  EXPECT_EQ(article.title, "标题");
  EXPECT_EQ(article.text, std::string("小标题\n") + kParagraph);
  EXPECT_EQ(article.language, "zh-Hans");
  EXPECT_EQ(article.kept, 3u);
  EXPECT_EQ(article.dropped, 3u);
  ASSERT_EQ(article.blocks.size(), 6u);
  EXPECT_EQ(article.blocks[3].label.name, LabelName::kCaption);
  EXPECT_EQ(article.blocks[3].text, "图为会场");
  EXPECT_EQ(article.blocks[5].n, 5u);
  EXPECT_TRUE(article.warnings.empty());
}

TEST(Assemble, APageWithoutBodySaysSo) {
  const Article article = Sample{{LabelName::kNav, "首页"}}.article();
  EXPECT_EQ(article.status, Status::kNoArticle);
  EXPECT_EQ(article.reason, "no body text: none of 1 blocks is part of an article");
  EXPECT_EQ(Sample{}.article().reason, "no text on the page");
}

TEST(Assemble, TheMarkupsBodyStandsInForAnEmptyPage) {
  Sample sample{{LabelName::kNav, "首页"}};
  for (int n = 0; n < 5; ++n) sample.head.article_body += std::string(kParagraph) + "\n\n";
  const Article article = sample.article();
  EXPECT_EQ(article.status, Status::kOk);
  EXPECT_EQ(article.text.substr(0, article.text.find('\n')), kParagraph);
  ASSERT_EQ(article.warnings.size(), 1u);
  sample.head.article_body = "short";
  EXPECT_EQ(sample.article().status, Status::kNoArticle);
}

TEST(Assemble, AShortTextIsWarnedOf) {
  EXPECT_EQ(Sample({{LabelName::kBody, "太短。"}}).article().warnings, Strings{"short"});
}

TEST(Assemble, WhatIsUnknownIsEmpty) {
  const Article article = Sample{{LabelName::kBody, kParagraph}}.article();
  EXPECT_TRUE(article.title.empty() && article.author.empty() && article.editor.empty());
  EXPECT_TRUE(article.date.empty() && article.source.empty() && article.sitename.empty());
  EXPECT_TRUE(article.hostname.empty() && article.channel.empty() && article.url.empty());
  EXPECT_TRUE(article.tags.empty() && article.digests.empty());
}

TEST(Assemble, BlocksMayBeCountedOnly) {
  const Sample sample{{LabelName::kTitle, "标题"}, {LabelName::kBody, kParagraph}};
  const Article all = sample.article();
  const Article counted = assemble(sample.page, sample.text, sample.head, sample.blocks,
                                   sample.labels, rules(), BlockDetail::kCounts);
  ASSERT_EQ(counted.blocks.size(), all.blocks.size());
  for (std::size_t n = 0; n < all.blocks.size(); ++n) {
    EXPECT_EQ(counted.blocks[n].n, all.blocks[n].n);
    EXPECT_EQ(counted.blocks[n].label.name, all.blocks[n].label.name);
    EXPECT_EQ(counted.blocks[n].characters, all.blocks[n].characters);
    EXPECT_TRUE(counted.blocks[n].text.empty());
  }
  EXPECT_EQ(counted.text, all.text);
  EXPECT_EQ(counted.kept, all.kept);
}

}  // namespace
}  // namespace tamis::assembly
