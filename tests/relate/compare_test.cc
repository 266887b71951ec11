// SPDX-License-Identifier: Apache-2.0
#include "relate/made_articles.h"
#include "tamis/relate.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

constexpr const char* kBulletin =
    "2020年1月24日0-24时，全省新增确诊病例19例，新增重症病例9例，新增出院病例2例。截至1月24日24时，"
    "全省累计报告确诊病例43例，其中重症病例15例，死亡病例1例，出院病例4例，目前追踪到密切接触者380"
    "人，"
    "已解除医学观察114人，尚有266人正在接受医学观察，医务人员全力救治，所有病例均在定点医疗机构隔离"
    "治疗。";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string next_day() {
  std::string text = replaced(kBulletin, "24日", "25日");
  text = replaced(text, "19例", "31例");
  text = replaced(text, "43例", "74例");
  return replaced(text, "380人", "512人");
}

struct Case {
  const char* name;
  std::string first, second;
  RelationType type;
  bool duplicate;
};

std::vector<Case> cases() {
  Dice dice(5);
  const std::string text = made_article(dice, 24), other = made_article(dice, 24);
  const std::string half = text.substr(0, text.find("。", text.size() / 2));
  const std::string teaser = text.substr(0, text.find("。", 200));
  const std::string update = replaced(kBulletin, "266人", "262人");
  return {
      {"itself", text, text, RelationType::kExact, true},
      {"other marks", text, replaced(text, "。", "！ "), RelationType::kExact, true},
      {"typos", text, with_typos(text, dice, 60), RelationType::kNear, true},
      {"many typos", text, with_typos(text, dice, 14), RelationType::kRevision, true},
      {"a figure updated", kBulletin, update, RelationType::kNear, true},
      {"half", text, half, RelationType::kExcerpt, true},
      {"a teaser", text, teaser, RelationType::kDigestOf, false},
      {"other figures", text, with_other_figures(text, dice), RelationType::kSibling, false},
      {"the next day", kBulletin, next_day(), RelationType::kSibling, false},
      {"another article", text, other, RelationType::kUnrelated, false},
      {"a short text in it", "这是一句话", text + "这是一句话", RelationType::kUnrelated, false},
      {"the same short text", "图集", "图 集", RelationType::kExact, true},
      {"nothing and nothing", "", "……", RelationType::kUnrelated, false},
      {"nothing and something", "", text, RelationType::kUnrelated, false},
  };
}

Relation compared(const std::string& first, const std::string& second) {
  Library library;
  library.add("1", first);
  library.add("2", second);
  return compare(library.entries[0], first, library.entries[1], second, Canon(), {});
}

TEST(Compare, NamesTheRelation) {
  for (const Case& c : cases()) {
    const Relation relation = compared(c.first, c.second);
    EXPECT_STREQ(relation_name(relation.type), relation_name(c.type)) << c.name;
    EXPECT_EQ(is_duplicate(relation, {}), c.duplicate) << c.name;
  }
}

TEST(Compare, SaysTheSameWhicheverPageIsNamedFirst) {
  for (const Case& c : cases()) {
    Library library;
    library.add("1", c.first, "2020-01-01");
    library.add("2", c.second, "2020-01-02");
    const Entry &x = library.entries[0], &y = library.entries[1];
    const Relation one = compare(x, c.first, y, c.second, Canon(), {});
    const Relation other = compare(y, c.second, x, c.first, Canon(), {});
    EXPECT_EQ(one.type, other.type) << c.name;
    EXPECT_EQ(one.a, 1 - other.a) << c.name;
    EXPECT_EQ(one.b, 1 - other.b) << c.name;
    EXPECT_EQ(one.score, other.score) << c.name;
    EXPECT_EQ(one.evidence.only_a, other.evidence.only_a) << c.name;
    EXPECT_EQ(one.evidence.differ.size(), other.evidence.differ.size()) << c.name;
  }
}

TEST(Compare, PutsTheLaterPageFirst) {
  Dice dice(6);
  const std::string text = made_article(dice, 20), copy = with_typos(text, dice, 80);
  Library library;
  library.add("b", text, "2023-01-09T10:00");
  library.add("a", copy, "2023-01-09T12:00");
  library.add("c", copy, "");
  const auto a_of = [&](std::uint32_t x, std::uint32_t y) {
    const Relation relation = compare(library.entries[x], library.texts[x], library.entries[y],
                                      library.texts[y], Canon(), {});
    return relation.a == 0 ? x : y;
  };
  EXPECT_EQ(a_of(0, 1), 1u) << "the later date";
  EXPECT_EQ(a_of(0, 2), 2u) << "a date is missing: the greater id";
}

TEST(Compare, PutsThePartFirstWhateverTheDates) {
  Dice dice(7);
  const std::string text = made_article(dice, 20);
  const std::string half = text.substr(0, text.find("。", text.size() / 2));
  Library library;
  library.add("1", text, "2023-01-10");
  library.add("2", half, "2023-01-09");
  const Relation relation =
      compare(library.entries[0], text, library.entries[1], half, Canon(), RelateOptions{});
  EXPECT_EQ(relation.type, RelationType::kExcerpt);
  EXPECT_EQ(relation.a, 1u);
  EXPECT_EQ(relation.b, 0u);
  EXPECT_EQ(relation.score, 1) << "all of a is in b";
  EXPECT_EQ(relation.evidence.only_a, 0u);
}

TEST(Compare, ListsTheFiguresWithTheLaterPagesFirst) {
  Library library;
  library.add("1", kBulletin, "2020-01-25");
  library.add("2", next_day(), "2020-01-26");
  const Relation relation = compare(library.entries[0], library.texts[0], library.entries[1],
                                    library.texts[1], Canon(), RelateOptions{});
  ASSERT_EQ(relation.a, 1u);
  const std::vector<std::string>& differ = relation.evidence.differ;
  EXPECT_NE(std::find(differ.begin(), differ.end(), "31例|19例"), differ.end());
  EXPECT_NE(std::find(differ.begin(), differ.end(), "512人|380人"), differ.end());
}

TEST(Compare, HonoursTheLeastJaccard) {
  Dice dice(8);
  const std::string text = made_article(dice, 24), copy = with_typos(text, dice, 60);
  Library library;
  library.add("1", text);
  library.add("2", copy);
  RelateOptions strict;
  strict.min_jaccard = .99;
  const Relation relation =
      compare(library.entries[0], text, library.entries[1], copy, Canon(), strict);
  EXPECT_NE(relation.type, RelationType::kNear);
}

TEST(Compare, SurvivesHostileText) {
  const std::string million(1000000, 'x'), broken = "\xFF\xE4\xB8" + std::string(5000, '\x80');
  std::string digits;
  for (int i = 0; i < 50000; ++i) digits += "第" + std::to_string(i) + "名";
  for (const std::string& a : {million, broken, digits, std::string(300, '\0')}) {
    for (const std::string& b : {million, broken, digits, std::string()}) {
      const Relation relation = compared(a, b);
      EXPECT_GE(relation.score, 0);
      EXPECT_LE(relation.score, 1);
      EXPECT_LE(relation.evidence.agree.size(), 24u);
    }
  }
}

}  // namespace
}  // namespace tamis
