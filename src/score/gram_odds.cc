// SPDX-License-Identifier: Apache-2.0
#include "score/block_grams.h"
#include "tamis/score.h"

#include <algorithm>
#include <array>

namespace tamis {

namespace {

using score_detail::GramAsKey;

struct Sum {
  double weights = 0;
  std::size_t count = 0;

  void add(const GramWeights& of, std::uint64_t key) {
    const std::uint32_t gram = of.find(key);
    if (gram == GramWeights::kUnknown) return;
    weights += static_cast<double>(of.weight(gram));
    ++count;
  }
  void add(const Sum& other) {
    weights += other.weights;
    count += other.count;
  }
};

// Each n-gram counts once: a block that says one thing ten times says one thing.
float word_odds(const GramWeights& of, std::string_view text, std::vector<std::uint32_t>& found) {
  found.clear();
  score_detail::each_word_gram<GramAsKey>(text, [&](std::uint64_t key) {
    if (const std::uint32_t gram = of.find(key); gram != GramWeights::kUnknown)
      found.push_back(gram);
  });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  double sum = 0;
  for (const std::uint32_t gram : found) sum += static_cast<double>(of.weight(gram));
  return of.odds(sum, found.size());
}

// What the names of each element weigh at each level, found once for all blocks inside.
class Elements {
 public:
  Elements(const Blocks& blocks, const GramWeights& of)
      : blocks_(blocks), of_(of), sums_(blocks.containers.size()), known_(sums_.size()) {}

  const Sum& at(ContainerId element, int level) {
    const auto place = static_cast<std::size_t>(level);
    Sum& sum = sums_[element][place];
    if (!known_[element][place]) {
      score_detail::each_element_gram<GramAsKey>(blocks_.containers[element], level,
                                                 [&](std::uint64_t key) { sum.add(of_, key); });
      known_[element][place] = true;
    }
    return sum;
  }

 private:
  const Blocks& blocks_;
  const GramWeights& of_;
  std::vector<std::array<Sum, score_detail::kLevels.size()>> sums_;
  std::vector<std::array<bool, score_detail::kLevels.size()>> known_;
};

}  // namespace

GramOdds gram_odds(const Blocks& blocks, const Rules& rules) {
  GramOdds out;
  const GramWeights* words = rules.grams(blocks.from_text ? "line-words" : "block-words");
  const GramWeights* names = blocks.from_text ? nullptr : rules.grams("block-names");
  if (words != nullptr) {
    std::vector<std::uint32_t> found;
    for (const Block& block : blocks.blocks)
      out.words.push_back(word_odds(*words, block.text, found));
  }
  if (names == nullptr) return out;
  Elements elements(blocks, *names);
  for (const Block& block : blocks.blocks) {
    Sum sum;
    score_detail::each_inner_gram<GramAsKey>(blocks, block,
                                             [&](std::uint64_t key) { sum.add(*names, key); });
    score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
      sum.add(elements.at(element, level));
    });
    out.names.push_back(names->odds(sum.weights, sum.count));
  }
  return out;
}

}  // namespace tamis
