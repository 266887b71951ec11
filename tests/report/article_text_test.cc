// SPDX-License-Identifier: Apache-2.0
#include "report/full_article.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(ArticleText, IsTheTitleABlankLineAndAParagraphALine) {
  EXPECT_EQ(article_text(full_article()), "CAR-T 疗法\"获批\"\n\n小标题\n第一段。\n第二段。\n");
  Article untitled;
  untitled.text = "\n 只有一段。\n\n";
  EXPECT_EQ(article_text(untitled), "只有一段。\n");
  EXPECT_EQ(article_text(Article{}), "");
}

TEST(ArticleMarkdown, HasHeadingsListsAndQuotesFromTheBlocks) {
  Article article = full_article();
  article.blocks.push_back(block_of(4, LabelName::kBody, "一", Tag::kLi));
  article.blocks.push_back(block_of(5, LabelName::kBody, "二", Tag::kLi));
  article.blocks.push_back(block_of(6, LabelName::kBody, "引文", Tag::kBlockquote));
  article.blocks.push_back(block_of(7, LabelName::kHeading, "再一节", Tag::kH3));
  EXPECT_EQ(article_markdown(article),
            "# CAR-T 疗法\"获批\"\n\n*张三, 李四 · 新华社 · 2023-01-09T16:49*\n\n"
            "## 小标题\n\n第一段。\n\n第二段。\n\n- 一\n- 二\n\n> 引文\n\n### 再一节\n");
}

TEST(ArticleMarkdown, IsParagraphsWhereThereAreNoBlocks) {
  Article article;
  article.title = "标题";
  article.text = "一。\n二。";
  EXPECT_EQ(article_markdown(article), "# 标题\n\n一。\n\n二。\n");
  EXPECT_EQ(article_markdown(Article{}), "");
}

TEST(ArticleMarkdown, LetsTextReadAsItself) {
  struct Case {
    const char *text, *markdown;
  };
  const Case cases[] = {
      {"# 不是标题", "\\# 不是标题\n"},
      {"1. 不是列表", "1\\. 不是列表\n"},
      {"2020年", "2020年\n"},
      {"- 不是列表", "\\- 不是列表\n"},
      {"a*b_c`d[e]<f>", "a\\*b\\_c\\`d\\[e\\]\\<f>\n"},
      {"> 不是引文", "\\> 不是引文\n"},
      {"-3度", "-3度\n"},
  };
  for (const Case& c : cases) {
    Article article;
    article.text = c.text;
    EXPECT_EQ(article_markdown(article), c.markdown) << c.text;
  }
}

}  // namespace
}  // namespace tamis
