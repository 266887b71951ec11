// SPDX-License-Identifier: Apache-2.0
#include "base/columns.h"
#include "relate/made_articles.h"
#include "tamis/report.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

constexpr const char* kFirst =
    "截至当地时间29日上午，日本的感染者共计940人，其中包括中国游客等221人，“钻石公主”号邮轮705人，"
    "以及乘坐政府包机回到国内的14人。其中在本土死亡的有5人，在邮轮上死亡的有6人，共计死亡人数达到11"
    "人。";
constexpr const char* kSecond =
    "截至当地时间29日下午，日本感染者共计945人，其中包括中国游客等226人，“钻石公主”号邮轮705人，"
    "以及乘坐政府包机回到国内的14人。其中在本土死亡的有5人，在邮轮上死亡的有6人，共计死亡人数达到11"
    "人。";

std::string explained(const std::string& first, const std::string& second) {
  Library library;
  library.add("1.html", first, "2020-02-29T10:00");
  library.add("2.html", second, "2020-02-29T15:00");
  library.entries[0].title = "日本累计940人";
  const Relation relation =
      compare(library.entries[0], first, library.entries[1], second, Canon(), RelateOptions{});
  return explain_pair(relation, library.entries[0], library.entries[1], first, second, Canon());
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ExplainPair, NamesTheVerdictTheCountsTheFiguresAndTheSharedRuns) {
  const std::string text = explained(kFirst, kSecond);
  EXPECT_EQ(text.find("revision: the same article"), 0u) << text;
  EXPECT_TRUE(has(text, "page 1    1.html\n          2020-02-29T10:00 · 日本累计940人\n")) << text;
  EXPECT_TRUE(has(text, "of 64 bits differ")) << text;
  EXPECT_TRUE(has(text, "figures   29日, 705人")) << text;
  EXPECT_TRUE(has(text, "differing 940人|945人, 221人|226人")) << "page 1 first\n" << text;
  EXPECT_TRUE(has(text, "Longest runs in both:\n")) << text;
  EXPECT_TRUE(has(text, "[人，“钻石公主”号邮轮705人")) << text;
}

TEST(ExplainPair, SaysWhichPageIsThePart) {
  Dice dice(3);
  const std::string whole = made_article(dice, 24);
  const std::string half = whole.substr(0, whole.find("。", whole.size() / 2));
  EXPECT_TRUE(has(explained(half, whole), "excerpt: one is a part of the other (1 of 2)\n"));
  EXPECT_TRUE(has(explained(whole, half), "excerpt: one is a part of the other (2 of 1)\n"));
  EXPECT_TRUE(has(explained(whole, half), "100.0 % of page 2"));
}

TEST(ExplainPair, SaysWhenThereIsNothingInCommon) {
  Dice dice(4);
  const std::string text = explained(made_article(dice, 5), made_article(dice, 5));
  EXPECT_EQ(text.find("unrelated: not related\n"), 0u);
  EXPECT_TRUE(has(text, "No run of 8 characters or more is in both.\n"));
}

TEST(ExplainPair, KeepsToItsWidthOnHostileText) {
  const std::string control(5000, '\x1b'), wide = "\xEF\xBC\xA1", broken(3000, '\xE4');
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += wide + "\n\t\x1b[2J标题" + std::to_string(i) + "人";
  for (const std::string& first : {control, lines, broken, std::string()}) {
    const std::string text = explained(first, lines);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    int rows = 0;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1, ++rows) {
      end = text.find('\n', at);
      EXPECT_LE(base::width_of(text.substr(at, end - at)), base::kLineWidth);
    }
    EXPECT_LE(rows, 100);
  }
}

}  // namespace
}  // namespace tamis
