// SPDX-License-Identifier: Apache-2.0
#include "score/block_grams.h"
#include "tamis/score.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tamis {

namespace {

using score_detail::GramAsKey;
using Numbers = std::vector<std::uint32_t>;  // of n-grams that have a weight

void find(const GramWeights& in, std::uint64_t key, Numbers& out) {
  if (const std::uint32_t gram = in.find(key); gram != GramWeights::kUnknown) out.push_back(gram);
}

// Each n-gram counts once: a block that says one thing ten times says one thing.
float odds_of(const GramWeights& in, Numbers& found) {
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  double sum = 0;
  for (const std::uint32_t gram : found) sum += static_cast<double>(in.weight(gram));
  return in.odds(sum, found.size());
}

// The n-grams of each element at each level, found once for all blocks inside.
class Elements {
 public:
  Elements(const Blocks& blocks, const GramWeights& in)
      : blocks_(blocks), in_(in), found_(blocks.containers.size()) {}

  const Numbers& at(ContainerId element, int level) {
    std::optional<Numbers>& own = found_[element][static_cast<std::size_t>(level)];
    if (!own) {
      own.emplace();
      score_detail::each_element_gram<GramAsKey>(blocks_.containers[element], level,
                                                 [&](std::uint64_t key) { find(in_, key, *own); });
    }
    return *own;
  }

 private:
  const Blocks& blocks_;
  const GramWeights& in_;
  std::vector<std::array<std::optional<Numbers>, score_detail::kLevels.size()>> found_;
};

std::vector<float> word_odds(const Blocks& blocks, const GramWeights& words) {
  std::vector<float> out;
  Numbers found;
  for (const Block& block : blocks.blocks) {
    found.clear();
    score_detail::each_word_gram<GramAsKey>(block.text,
                                            [&](std::uint64_t key) { find(words, key, found); });
    out.push_back(odds_of(words, found));
  }
  return out;
}

std::vector<float> name_odds(const Blocks& blocks, const GramWeights& names) {
  std::vector<float> out;
  Numbers found;
  Elements elements(blocks, names);
  for (const Block& block : blocks.blocks) {
    found.clear();
    score_detail::each_inner_gram<GramAsKey>(blocks, block,
                                             [&](std::uint64_t key) { find(names, key, found); });
    score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
      const Numbers& own = elements.at(element, level);
      found.insert(found.end(), own.begin(), own.end());
    });
    out.push_back(odds_of(names, found));
  }
  return out;
}

}  // namespace

GramOdds gram_odds(const Blocks& blocks, const Rules& rules) {
  const GramWeights* words = rules.grams(blocks.from_text ? "line-words" : "block-words");
  const GramWeights* names = blocks.from_text ? nullptr : rules.grams("block-names");
  GramOdds out;
  if (words != nullptr) out.words = word_odds(blocks, *words);
  if (names != nullptr) out.names = name_odds(blocks, *names);
  return out;
}

}  // namespace tamis
