// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.h"

#include "rules/table_reader.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

namespace tamis::rules {
namespace {

PhraseIndex index_of(const std::string& rows) {
  return PhraseIndex(read_table("phrases", "label\tmatch\tphrase\tstrength\n" + rows));
}

std::string labels(const PhraseIndex& index, std::string_view line) {
  std::string out;
  for (const PhraseHit& hit : index.match(line)) {
    out += std::string(out.empty() ? "" : " ") + label_name(hit.label);
  }
  return out;
}

TEST(Phrases, AnExactPhraseMatchesTheWholeLineInItsFrame) {
  const auto index = index_of("section-label\texact\t相关阅读\tstrong\n");
  for (const char* line :
       {"相关阅读", "相关阅读：", "【相关阅读】", "· 相关阅读 >>", "　相关阅读　"}) {
    EXPECT_EQ(labels(index, line), "section-label") << line;
  }
  EXPECT_EQ(labels(index, "相关阅读材料"), "");
  EXPECT_EQ(labels(index, "我们的相关阅读"), "");
}

TEST(Phrases, APrefixMatchesTheStartAtAWordBorder) {
  const auto index =
      index_of("editor-note\tprefix\t责任编辑\tstrong\nshare\tprefix\tShare\tstrong\n");
  EXPECT_EQ(labels(index, "责任编辑：王某"), "editor-note");
  EXPECT_EQ(labels(index, "（责任编辑：王某）"), "editor-note");
  EXPECT_EQ(labels(index, "本文责任编辑"), "");
  EXPECT_EQ(labels(index, "share this page"), "share");
  EXPECT_EQ(labels(index, "Shareholders met on Monday"), "");
}

TEST(Phrases, WidthAndCaseDoNotMatter) {
  const auto index = index_of("copyright\tprefix\tCopyright\tstrong\n");
  EXPECT_EQ(labels(index, "ＣＯＰＹＲＩＧＨＴ 2024"), "copyright");
}

TEST(Phrases, ContainsLooksAtShortLinesOnly) {
  const auto index = index_of("spam\tcontains\t多少钱\tmedium\n");
  EXPECT_EQ(labels(index, "做一次要多少钱"), "spam");
  std::string paragraph = "问问多少钱。";
  while (paragraph.size() < 300) paragraph += "这是一个很长的段落，";
  EXPECT_EQ(labels(index, paragraph), "");
}

TEST(Phrases, ASuffixMatchesTheEndOfALongLineToo) {
  const auto index = index_of("digest-text\tsuffix\t...更多\tmedium\n");
  std::string teaser;
  while (teaser.size() < 900) teaser += "一段被截断的摘要文字，";
  EXPECT_EQ(labels(index, teaser + "...更多"), "digest-text");
  EXPECT_EQ(labels(index, teaser + "...更多内容"), "");
}

TEST(Phrases, TheStrongestHitComesFirst) {
  const auto index = index_of("ui\tprefix\t更多\tweak\napp-promo\tprefix\t更多精彩\tstrong\n");
  EXPECT_EQ(labels(index, "更多精彩内容"), "app-promo ui");
}

TEST(Phrases, FaultsInTheFileNameTheirLine) {
  const auto failure = [](const std::string& row) -> std::string {
    try {
      index_of(row);
    } catch (const Failure& f) {
      return f.what();
    }
    return "no failure";
  };
  EXPECT_EQ(failure("headline\texact\tx\tweak\n"), "phrases.tsv:2: 'headline' is no label");
  EXPECT_EQ(failure("ui\tregex\tx\tweak\n"), "phrases.tsv:2: 'regex' is no kind of match");
  EXPECT_EQ(failure("ui\texact\tx\tiron\n"), "phrases.tsv:2: 'iron' is no strength");
  EXPECT_EQ(failure("ui\texact\t \tweak\n"), "phrases.tsv:2: the phrase is empty");
  EXPECT_EQ(failure("ui\texact\t更多\tweak\nnav\texact\t更多>>\tweak\n"),
            "phrases.tsv:3: the phrase '更多>>' stands here twice");
}

// The slow twin: look every phrase up by comparing strings.
TEST(Phrases, TheIndexFindsWhatAPlainScanFinds) {
  const std::vector<std::pair<std::string, PhraseMatch>> phrases = {
      {"转载", PhraseMatch::kPrefix}, {"转载自", PhraseMatch::kPrefix},
      {"更多", PhraseMatch::kSuffix}, {"a", PhraseMatch::kSuffix},
      {"声明", PhraseMatch::kExact},  {"声明转载", PhraseMatch::kPrefix}};
  std::string rows;
  for (const auto& [text, match] : phrases) {
    rows += std::string("ui\t") +
            (match == PhraseMatch::kPrefix   ? "prefix"
             : match == PhraseMatch::kSuffix ? "suffix"
                                             : "exact") +
            "\t" + text + "\tweak\n";
  }
  const auto index = index_of(rows);
  const std::vector<std::string> parts = {"转载", "自", "更多", "声明", "1a"};
  for (int code = 0; code < 5 * 5 * 5 * 5; ++code) {
    std::string line;
    for (int rest = code, i = 0; i < 4; ++i, rest /= 5) line += parts[rest % 5];
    std::size_t expected = 0;
    for (const auto& [text, match] : phrases) {
      expected += match == PhraseMatch::kPrefix   ? line.starts_with(text)
                  : match == PhraseMatch::kSuffix ? line.ends_with(text)
                                                  : line == text;
    }
    EXPECT_EQ(index.match(line).size(), expected) << line;
  }
}

}  // namespace
}  // namespace tamis::rules
