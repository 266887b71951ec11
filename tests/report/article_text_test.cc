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

}  // namespace
}  // namespace tamis
