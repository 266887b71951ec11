// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.h"

#include <gtest/gtest.h>

namespace tamis::report {
namespace {

TEST(MarkdownText, ReadsAsItself) {
  struct Case {
    const char *text, *markdown;
  };
  const Case cases[] = {
      {"# 不是标题", "\\# 不是标题"},
      {"1. 不是列表", "1\\. 不是列表"},
      {"12) 不是列表", "12\\) 不是列表"},
      {"2020年", "2020年"},
      {"3.5亿元", "3.5亿元"},
      {"- 不是列表", "\\- 不是列表"},
      {"---", "\\---"},
      {"+ 不是列表", "\\+ 不是列表"},
      {"a*b_c`d[e]<f>", "a\\*b\\_c\\`d\\[e\\]\\<f>"},
      {"> 不是引文", "\\> 不是引文"},
      {"=== 不是横线", "\\=== 不是横线"},
      {"| 不是 | 表格 |", "\\| 不是 | 表格 |"},
      {"3~5天，6~8天", "3\\~5天，6\\~8天"},
      {"&lt; &#65; & AT&T; a&b", "\\&lt; \\&#65; & AT\\&T; a&b"},
      {"C:\\temp", "C:\\\\temp"},
      {"-3度", "-3度"},
      {"  a\n# b ", "a # b"},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(markdown_line(c.text), c.markdown) << c.text;
}

TEST(MarkdownText, BehindAMarkNoLineBegins) {
  EXPECT_EQ(markdown_inline("1. a"), "1. a");
  EXPECT_EQ(markdown_heading(3, "- a #"), "### - a \\#");
  EXPECT_EQ(markdown_heading(2, "C#"), "## C\\#");
  EXPECT_EQ(markdown_cell("a | b"), "a \\| b");
}

TEST(MarkdownText, AFenceIsLongerThanWhatItHolds) {
  EXPECT_EQ(fence_for("x"), "```");
  EXPECT_EQ(fence_for("a ```` b"), "`````");
}

}  // namespace
}  // namespace tamis::report
