// SPDX-License-Identifier: Apache-2.0
#include "relate/postings.h"

#include "fingerprint/dice.h"
#include "tamis/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tamis::relating {
namespace {

std::u16string words(Dice& dice, unsigned count) {
  std::u16string out;
  for (unsigned i = 0; i < count; ++i) out += static_cast<char16_t>(0x4E00 + dice.below(3000));
  return out;
}

// A shelf that counts what it holds.
class Heap : public Shelf {
 public:
  explicit Heap(std::size_t* bytes) : bytes_(bytes) {}
  std::uint64_t append(std::string_view bytes) override {
    held_ += bytes;
    *bytes_ = held_.size();
    return held_.size() - bytes.size();
  }
  void read(std::uint64_t at, std::size_t size, char* to) override { held_.copy(to, size, at); }

 private:
  std::string held_;
  std::size_t* bytes_;
};

JoinResult joined(const std::vector<std::u16string>& texts, const JoinOptions& options = {},
                  Postings postings = Postings(), bool collect = false) {
  std::vector<std::vector<std::uint64_t>> minima;
  minima.reserve(texts.size());
  for (const std::u16string& text : texts) minima.push_back(winnow(text));
  for (std::uint32_t node = 0; node < texts.size(); ++node) postings.add(node, minima[node]);
  std::vector<JoinText> join_texts(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    join_texts[i].letters = static_cast<std::uint32_t>(texts[i].size()) & 0x7FFFFFFF;
    join_texts[i].may_collect = collect;
  }
  return postings.join(options, join_texts);
}

TEST(Postings, BringTogetherWhatSharesARunAndNothingElse) {
  Dice dice(31);
  std::vector<std::u16string> texts;
  std::vector<Pair> expected;
  for (std::uint32_t i = 0; i < 50; ++i) {
    const std::u16string article = words(dice, 600);
    texts.push_back(article);
    texts.push_back(article.substr(dice.below(400), 60));  // a digest from anywhere in it
    texts.push_back(words(dice, 300) + article.substr(100, 120) + words(dice, 300));
    expected.emplace_back(3 * i, 3 * i + 1);
    expected.emplace_back(3 * i, 3 * i + 2);
  }
  std::vector<Pair> pairs = joined(texts).pairs;
  std::erase_if(pairs, [](const Pair& p) { return p.second % 3 == 2 && p.first % 3 == 1; });
  EXPECT_EQ(pairs, expected);
}

TEST(Postings, OfAThousandAlikeTieEachToTheFirst) {
  Dice dice(32);
  const std::u16string article = words(dice, 600);
  std::vector<std::u16string> texts;
  texts.reserve(3000);
  for (int i = 0; i < 3000; ++i) texts.push_back(article + words(dice, 10));
  const JoinResult result = joined(texts);
  EXPECT_LE(result.pairs.size(), 3000u * 48) << "not nine million";
  EXPECT_EQ(result.largest, 3000u);
  for (std::uint32_t node = 1; node < 3000; ++node) {
    EXPECT_TRUE(std::binary_search(result.pairs.begin(), result.pairs.end(), Pair{0, node}));
  }
}

TEST(Postings, SayTheSameAtAnyNumberOfThreads) {
  Dice dice(33);
  std::vector<std::u16string> texts;
  const std::u16string stock = words(dice, 40);
  texts.reserve(9000);
  for (int i = 0; i < 9000; ++i) {
    texts.push_back(i % 3 == 0 || texts.empty()
                        ? words(dice, 40) + stock + words(dice, 40)
                        : texts[dice.below(i)].substr(0, 90) + words(dice, 9));
  }
  JoinOptions options;
  const std::vector<Pair> expected = joined(texts, options).pairs;
  EXPECT_GT(expected.size(), 1000u);
  for (const int threads : {2, 5}) {
    options.threads = threads;
    EXPECT_EQ(joined(texts, options).pairs, expected);
  }
}

TEST(Postings, SayTheSameInLittleMemory) {
  Dice dice(35);
  std::vector<std::u16string> texts;
  for (int i = 0; i < 150; ++i) {
    const std::u16string article = words(dice, 700);
    for (unsigned part = 1; part < 4; ++part) texts.push_back(article.substr(0, 200 * part));
  }
  std::size_t shelved = 0;
  const JoinResult all = joined(texts);
  const JoinResult little = joined(texts, {}, Postings(1, std::make_unique<Heap>(&shelved)));
  EXPECT_GT(shelved, 50'000u);
  EXPECT_EQ(little.pairs, all.pairs);
  EXPECT_EQ(little.hashes, all.hashes);
  EXPECT_GT(all.pairs.size(), 400u);
}

// A line of an article among those of others: too little for a copy, enough for an item.
TEST(Postings, BringACollectionTogetherWithItsArticles) {
  Dice dice(36);
  std::vector<std::u16string> texts;
  std::u16string list;
  for (int i = 0; i < 30; ++i) {
    texts.push_back(words(dice, 1800));
    list += texts.back().substr(0, 60);
  }
  texts.push_back(list);
  EXPECT_TRUE(joined(texts).pairs.empty());
  EXPECT_EQ(joined(texts, {}, Postings(), true).pairs.size(), 30u);
}

// What is left of a digest after a few changes: a run of twenty letters that nobody else has.
TEST(Postings, BringADigestToItsArticleByOneRareHash) {
  Dice dice(37);
  std::vector<std::u16string> texts;
  for (int i = 0; i < 40; ++i) {
    texts.push_back(words(dice, 600));
    texts.push_back(words(dice, 15) + texts.back().substr(200, 20) + words(dice, 15));
  }
  EXPECT_GE(joined(texts).pairs.size(), 30u);
}

TEST(Postings, OfNothingAreNone) {
  EXPECT_TRUE(joined({}).pairs.empty());
  EXPECT_TRUE(joined({u"", u"短"}).pairs.empty());
}

}  // namespace
}  // namespace tamis::relating
