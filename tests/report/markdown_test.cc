// SPDX-License-Identifier: Apache-2.0
#include "report/full_article.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using Kind = Frame::Kind;

// An article of these blocks and no more.
struct Sheet {
  BlockRecord& add(const std::string& text, Tag tag = Tag::kP, std::vector<Frame> frames = {}) {
    const auto n = static_cast<std::uint32_t>(article.blocks.size());
    const LabelName name = tag == Tag::kH3 ? LabelName::kHeading : LabelName::kBody;
    article.blocks.push_back(block_of(n, name, text, tag));
    article.blocks.back().frames = std::move(frames);
    article.blocks.back().element = 100 + n;
    return article.blocks.back();
  }
  // One more line of the last block's element.
  BlockRecord& line(const std::string& text) {
    const BlockRecord last = article.blocks.back();
    BlockRecord& next = add(text, last.tag, last.frames);
    next.element = last.element;
    next.breaks_before = 1;
    return next;
  }
  std::string markdown() const { return article_markdown(article); }

  Article article;
};

TEST(Markdown, HasHeadingsListsAndQuotesFromTheBlocks) {
  Sheet sheet;
  sheet.article = full_article();
  sheet.add("一", Tag::kLi, {{Kind::kBullet, 10, 9, 0, 0}});
  sheet.add("二", Tag::kLi, {{Kind::kBullet, 11, 9, 0, 0}});
  sheet.add("引文", Tag::kBlockquote, {{Kind::kQuote, 12, 0, 0, 0}});
  sheet.add("再一节", Tag::kH3);
  EXPECT_EQ(sheet.markdown(),
            "# CAR-T 疗法\"获批\"\n\n*张三, 李四 · 新华社 · 2023-01-09T16:49*\n\n"
            "## 小标题\n\n第一段。\n\n第二段。\n\n- 一\n- 二\n\n> 引文\n\n### 再一节\n");
}

TEST(Markdown, IsParagraphsWhereThereAreNoBlocks) {
  Article article;
  article.title = "标题";
  article.text = "一。\n二。";
  EXPECT_EQ(article_markdown(article), "# 标题\n\n一。\n\n二。\n");
  EXPECT_EQ(article_markdown(Article{}), "");
}

TEST(Markdown, TheTextThatThePageClaimsIsTheArticle) {
  Article article = full_article();
  article.author.clear();
  article.source = article.sitename = article.date = "";
  article.text_is_claimed = true;
  EXPECT_EQ(article_markdown(article), "# CAR-T 疗法\"获批\"\n\n小标题\n\n第一段。\n\n第二段。\n");
  article.text_is_claimed = false;
  for (BlockRecord& block : article.blocks) block.label.name = LabelName::kNav;
  EXPECT_EQ(article_markdown(article), "# CAR-T 疗法\"获批\"\n\n小标题\n\n第一段。\n\n第二段。\n");
}

TEST(Markdown, ShortLinesOfOneElementAreAStanza) {
  Sheet sheet;
  sheet.add("三点的磨声");
  sheet.line("1. 比鸡更早");
  sheet.line("翻了个身");
  sheet.line("另一节").breaks_before = 2;
  sheet.line("第一个白字");
  EXPECT_EQ(sheet.markdown(), "三点的磨声\\\n1\\. 比鸡更早\\\n翻了个身\n\n另一节\\\n第一个白字\n");
}

TEST(Markdown, LongLinesAndSpeakersAreParagraphs) {
  Sheet prose;
  prose.add("短。");
  prose.line(std::string(65, 'x'));
  EXPECT_EQ(prose.markdown(), "短。\n\n" + std::string(65, 'x') + "\n");
  Sheet interview;
  interview.add("记者：为什么？");
  interview.line("梁素云：不为什么。");
  EXPECT_EQ(interview.markdown(), "记者：为什么？\n\n梁素云：不为什么。\n");
}

TEST(Markdown, ParagraphsOfOneMeasureAreVerse) {
  Sheet sheet;
  for (const char* line :
       {"巷口槐花落满肩", "修鞋老汉坐门前，", "问他今日生意好", "笑指斜阳又一天。"})
    sheet.add(line);
  EXPECT_EQ(sheet.markdown(),
            "巷口槐花落满肩\\\n修鞋老汉坐门前，\\\n问他今日生意好\\\n笑指斜阳又一天。\n");
  Sheet list;
  for (const char* line : {"河口日报", "南岭晚报", "城东新闻二", "晨光书店"}) list.add(line);
  EXPECT_EQ(list.markdown(), "河口日报\n\n南岭晚报\n\n城东新闻二\n\n晨光书店\n");
}

TEST(Markdown, CellsAreATable) {
  Sheet sheet;
  const auto cell = [&](const char* text, std::uint32_t row, std::uint32_t column,
                        std::uint32_t table = 9) {
    sheet.add(text, Tag::kTd, {{Kind::kCell, row * 10 + column, table, row, column}});
  };
  cell("水库", 0, 0);
  cell("蓄水", 0, 2);
  cell("甲|乙", 1, 0);
  cell("三", 1, 1);
  cell("成", 1, 1);
  cell("另一张", 0, 0, 8);
  EXPECT_EQ(
      sheet.markdown(),
      "| 水库 | | 蓄水 |\n| --- | --- | --- |\n| 甲\\|乙 | 三<br>成 | |\n\n| 另一张 |\n| --- |\n");
}

TEST(Markdown, CodeIsFenced) {
  Sheet sheet;
  const Frame item{Kind::kBullet, 1, 9, 0, 0}, code{Kind::kCode, 2, 0, 0, 0};
  sheet.add("做：", Tag::kLi, {item});
  sheet.add("a", Tag::kPre, {item, code}).code = "a\n\n  ``` b";
  sheet.add("``` b", Tag::kPre, {item, code});
  EXPECT_EQ(sheet.markdown(), "- 做：\n\n  ````\n  a\n\n    ``` b\n  ````\n");
}

TEST(Markdown, CaptionsAreInItalics) {
  Sheet sheet;
  sheet.add("一。");
  sheet.add("*图*", Tag::kFigcaption).label.name = LabelName::kCaption;
  sheet.article.blocks.back().shown = true;
  sheet.line("周立 摄").label.name = LabelName::kCaption;
  sheet.article.blocks.back().shown = true;
  sheet.add("远处的图").label.name = LabelName::kCaption;
  EXPECT_EQ(sheet.markdown(), "一。\n\n*\\*图\\**\\\n*周立 摄*\n");
}

TEST(Markdown, TermsAreBoldAndHeadingsOneLine) {
  Sheet sheet;
  sheet.add("词", Tag::kDt);
  sheet.add("上", Tag::kH3);
  sheet.line("下");
  EXPECT_EQ(sheet.markdown(), "**词**\n\n### 上 下\n");
}

}  // namespace
}  // namespace tamis
