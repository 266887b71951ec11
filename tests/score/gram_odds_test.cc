// SPDX-License-Identifier: Apache-2.0
#include "score/block_grams.h"
#include "score/score_page.h"

#include <cmath>

namespace tamis::score_test {
namespace {

using score_detail::GramAsKey;
using score_detail::GramAsText;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  score_detail::each_word_of(text, [&](std::string_view word) { out.emplace_back(word); });
  return out;
}

TEST(BlockWords, LettersDigitsCharactersAndMarks) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(words_of(""), (Words{"^", "$"}));
  EXPECT_EQ(words_of("Read MORE: 12,5 km"),
            (Words{"^", "read", "more", ":", "#", ",", "#", "km", "$"}));
  EXPECT_EQ(words_of("点击２０26年，看App"),
            (Words{"^", "点", "击", "#", "年", ",", "看", "app", "$"}));
  EXPECT_EQ(words_of("Ёлка α"), (Words{"^", "ёлка", "α", "$"}));
}

TEST(BlockWords, OfALongTextItsEnds) {
  std::string text;
  for (int n = 0; n < 1000; ++n) text += "中 ";
  text += "尾";
  const std::vector<std::string> words = words_of(text);
  EXPECT_EQ(words.size(), 80u + 1 + 50 + 2);
  EXPECT_EQ(words[81], "…");
  EXPECT_EQ(words[words.size() - 2], "尾");
}

TEST(BlockGrams, WordsPairsAndTriples) {
  std::vector<std::string> grams;
  score_detail::each_word_gram<GramAsText>("see it",
                                           [&](const std::string& gram) { grams.push_back(gram); });
  EXPECT_EQ(grams, (std::vector<std::string>{"^", "see", "^ see", "it", "see it", "^ see it", "$",
                                             "it $", "see it $"}));
}

std::vector<std::string> names_of(const Blocks& blocks, const Block& block) {
  std::vector<std::string> out;
  const auto keep = [&](const std::string& gram) { out.push_back(gram); };
  score_detail::each_inner_gram<GramAsText>(blocks, block, keep);
  score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
    score_detail::each_element_gram<GramAsText>(blocks.containers[element], level, keep);
  });
  return out;
}

TEST(BlockGrams, NamesOfTheElementsAround) {
  const Read page = read(
      "<body><div class='side-bar x12'><p><span class=lead>Some words</span></p></div></body>");
  ASSERT_EQ(page.blocks.blocks.size(), 1u);
  const std::vector<std::string> grams = names_of(page.blocks, page.blocks.blocks[0]);
  for (const char* wanted : {"i lead", "<p <div <body", "0 <p", "1 <div", "n side", "1 side",
                             "n side bar", "1 bar", "2 <body"}) {
    EXPECT_NE(std::find(grams.begin(), grams.end(), wanted), grams.end()) << wanted;
  }
}

// What the file's text says and what is looked up are made by one template: the keys must agree.
TEST(BlockGrams, KeysAreThoseOfTheWrittenWords) {
  const std::string text = "Read more: 更多 12";
  std::string file;
  std::vector<std::string> written;
  score_detail::each_word_gram<GramAsText>(
      text, [&](const std::string& gram) { written.push_back(gram); });
  std::sort(written.begin(), written.end());
  written.erase(std::unique(written.begin(), written.end()), written.end());
  for (const std::string& gram : written) file += "1\t" + gram + "\n";
  const GramWeights weights = GramWeights::parse(
      "tamis-grams 1\nbias 0\ngrams " + std::to_string(written.size()) + "\n" + file, "x");
  std::vector<bool> seen(written.size());
  score_detail::each_word_gram<GramAsKey>(text, [&](std::uint64_t key) {
    const GramWeights::Gram* gram = weights.find(key);
    ASSERT_NE(gram, nullptr);
    seen[gram->number] = true;
  });
  EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
}

TEST(GramOdds, APromotionIsLessTheArticleThanWhatItPromotes) {
  const Read page = read(
      "<body><div class=article-body><p>The minister said on Tuesday that the talks would go on "
      "until "
      "both sides had agreed on the price of gas.</p></div><div class='newsletter-promo'><p>Sign "
      "up "
      "for our newsletter and follow us on Facebook.</p></div></body>");
  const GramOdds odds = gram_odds(page.blocks, rules());
  ASSERT_EQ(odds.words.size(), 2u);
  ASSERT_EQ(odds.names.size(), 2u);
  EXPECT_GT(odds.words[0], 0);
  EXPECT_LT(odds.words[1], 0);
  EXPECT_GT(odds.names[0], odds.names[1]);
}

TEST(GramFeatures, OwnAndAround) {
  const float units[] = {10, 2, 20};
  const GramOdds odds{{1, -2, 3}, {}};
  const FeatureTable table = gram_features(units, odds);
  EXPECT_EQ(table.names.size(), 5u);
  EXPECT_EQ(value(table, "words.own", 2), 3);
  EXPECT_EQ(value(table, "words.next", 0), -2);
  EXPECT_EQ(value(table, "words.next", 2), -9);
  EXPECT_EQ(value(table, "words.before", 0), -9);
  EXPECT_EQ(value(table, "words.before", 1), 1);
  EXPECT_EQ(value(table, "words.lowest_above", 2), 0);  // the second is too short to tell
  const float a = std::sqrt(10.1F), b = std::sqrt(2.1F), c = std::sqrt(20.1F);
  EXPECT_NEAR(value(table, "words.near", 1), (a - 2 * b + 3 * c) / (a + b + c), 1e-5);
}

TEST(GramFeatures, PlainTextHasNoNames) {
  const GramOdds odds = gram_odds(read_text("A line.\n\nAnother line.\n").blocks, rules());
  EXPECT_EQ(odds.words.size(), 2u);
  EXPECT_TRUE(odds.names.empty());
}

}  // namespace
}  // namespace tamis::score_test
