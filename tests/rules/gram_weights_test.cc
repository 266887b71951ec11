// SPDX-License-Identifier: Apache-2.0
#include "tamis/gram_weights.h"

#include "rules/gram_keys.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using rules::join_keys;
using rules::word_key;

GramWeights parse(const std::string& text) {
  return GramWeights::parse("# a comment\n" + text, "rules/x.grams");
}

float weight(const GramWeights& of, std::uint64_t key) {
  const GramWeights::Gram* gram = of.find(key);
  return gram == nullptr ? -99 : gram->weight;
}

TEST(GramWeights, AreFoundByTheKeysOfTheirWords) {
  const GramWeights read = parse(
      "tamis-grams 1\nbias -0.5\ngrams 4\n1.5\tread\n-2\tread more\n3\tread more #\n-1e-3\t更\n");
  EXPECT_EQ(read.size(), 4u);
  const std::uint64_t two = join_keys(word_key("read"), word_key("more"));
  EXPECT_EQ(weight(read, word_key("read")), 1.5F);
  EXPECT_EQ(weight(read, two), -2);
  EXPECT_EQ(read.find(two)->number, 1u);
  EXPECT_EQ(weight(read, join_keys(two, word_key("#"))), 3);
  EXPECT_EQ(weight(read, word_key("更")), -1e-3F);
  EXPECT_EQ(weight(read, word_key("more")), -99);
  EXPECT_EQ(weight(read, join_keys(word_key("more"), word_key("read"))), -99);
}

TEST(GramWeights, OddsAreTheSumByTheRootOfTheCount) {
  const GramWeights none = parse("tamis-grams 1\nbias -0.5\ngrams 0\n");
  EXPECT_FLOAT_EQ(none.odds(0, 0), -0.5F);
  EXPECT_FLOAT_EQ(none.odds(6, 9), 1.5F);
  EXPECT_EQ(none.find(word_key("read")), nullptr);
}

TEST(GramWeights, EachFaultHasItsLine) {
  const std::string head = "tamis-grams 1\nbias 0\ngrams 1\n";
  const std::pair<std::string, std::string> cases[] = {
      {"", "rules/x.grams:1: expected 'tamis-grams N'"},
      {"tamis-forest 1\n", "rules/x.grams:2: expected 'tamis-grams N'"},
      {"tamis-grams 2\n", "rules/x.grams:2: these weights are of another version"},
      {"tamis-grams 1\nbias nan\n", "rules/x.grams:3: a number that is not finite"},
      {"tamis-grams 1\nbias 0\ngrams 99999999\n", "rules/x.grams:4: there are at most"},
      {head, "rules/x.grams:4: expected a weight, a tab and words"},
      {head + "1 word\n", "rules/x.grams:5: expected a weight, a tab and words"},
      {head + "1\t\n", "rules/x.grams:5: expected a weight, a tab and words"},
      {head + "x\tword\n", "rules/x.grams:5: 'x' is not the number"},
      {head + "1\ta b c d\n", "rules/x.grams:5: expected one to three words"},
      {head + "1\ta  b\n", "rules/x.grams:5: expected one to three words"},
      {head + "1\ta \n", "rules/x.grams:5: expected one to three words"},
      {head + "1\ta\n2\tb\n", "rules/x.grams:6: there is more behind the last n-gram"},
      {"tamis-grams 1\nbias 0\ngrams 2\n1\ta\n2\ta\n", "rules/x.grams:6: 'a' stands here twice"},
  };
  for (const auto& [text, message] : cases) {
    try {
      parse(text);
      ADD_FAILURE() << "accepted: " << text;
    } catch (const Failure& failure) {
      EXPECT_EQ(std::string(failure.what()).substr(0, message.size()), message) << text;
    }
  }
}

}  // namespace
}  // namespace tamis
