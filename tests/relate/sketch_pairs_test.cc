// SPDX-License-Identifier: Apache-2.0
#include "relate/sketch_pairs.h"

#include "relate/made_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tamis::relating {
namespace {

std::vector<std::uint32_t> all_of(const Library& library) {
  std::vector<std::uint32_t> order(library.entries.size());
  std::iota(order.begin(), order.end(), 0u);
  return order;
}

TEST(SketchPairs, FindsACopyBehindAHeaderAndAHalf) {
  Dice dice(1);
  Library library;
  const std::string text = made_article(dice, 20);
  library.add("whole", text);
  library.add("framed", made_words(dice, 200) + text + made_words(dice, 150));
  library.add("half", text.substr(0, text.size() / 2));
  for (int i = 0; i < 50; ++i) library.add("other", made_article(dice, 20));
  const std::vector<Pair> pairs = sketch_pairs(library.entries, all_of(library));
  const std::vector<Pair> expected = {{0, 1}, {0, 2}};
  EXPECT_TRUE(std::includes(pairs.begin(), pairs.end(), expected.begin(), expected.end()));
  EXPECT_LE(pairs.size(), 3u) << "nothing by chance";
}

TEST(SketchPairs, GivesALinearNumberForThousandsOfLikePages) {
  Dice dice(2);
  Library library;
  const std::string text = made_article(dice, 10);
  for (int i = 0; i < 3000; ++i) library.add("copy", with_typos(text, dice, 60));
  const std::vector<Pair> pairs = sketch_pairs(library.entries, all_of(library));
  EXPECT_GT(pairs.size(), 3000u);
  EXPECT_LT(pairs.size(), 3000u * kSketch * 8);
}

TEST(SketchPairs, OfShortOrNoTextsAreNone) {
  Library library;
  for (const char* text : {"", "简讯", "", "简讯", "图集"}) library.add("x", text);
  EXPECT_TRUE(sketch_pairs(library.entries, all_of(library)).empty());
  EXPECT_TRUE(sketch_pairs({}, {}).empty());
}

}  // namespace
}  // namespace tamis::relating
