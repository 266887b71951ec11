// SPDX-License-Identifier: Apache-2.0
#include "score/block_grams.h"
#include "tamis/score.h"

#include <array>
#include <optional>
#include <utility>

namespace tamis {

namespace {

using score_detail::GramAsKey;
using Numbers = std::vector<std::uint32_t>;  // of n-grams that have a weight

// Calls `use` with the number of a key that has a weight.
template <class Use>
auto known(const GramWeights& in, Use use) {
  return [&in, use](std::uint64_t key) {
    if (const std::uint32_t gram = in.find(key); gram != GramWeights::kUnknown) use(gram);
  };
}

// Each n-gram counts once: a block that says one thing ten times says one thing.
class Odds {
 public:
  explicit Odds(const GramWeights& in) : in_(in), block_of_(in.size(), 0) {}

  void begin_block() {
    ++block_;
    sum_ = 0;
    count_ = 0;
  }
  void add(std::uint32_t gram) {
    if (std::exchange(block_of_[gram], block_) == block_) return;
    sum_ += static_cast<double>(in_.weight(gram));
    ++count_;
  }
  float of_block() const { return in_.odds(sum_, count_); }

 private:
  const GramWeights& in_;
  std::vector<std::uint32_t> block_of_;  // the last block that had it, from 1
  std::uint32_t block_ = 0;
  double sum_ = 0;
  std::size_t count_ = 0;
};

// The n-grams of each element at each level, found once for all blocks inside.
class Elements {
 public:
  Elements(const Blocks& blocks, const GramWeights& in)
      : blocks_(blocks), in_(in), found_(blocks.containers.size()) {}

  const Numbers& at(ContainerId element, int level) {
    std::optional<Numbers>& own = found_[element][static_cast<std::size_t>(level)];
    if (!own) {
      own.emplace();
      const auto keep = known(in_, [&](std::uint32_t gram) { own->push_back(gram); });
      score_detail::each_element_gram<GramAsKey>(blocks_.containers[element], level, keep);
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
  Odds odds(words);
  const auto add = known(words, [&](std::uint32_t gram) { odds.add(gram); });
  for (const Block& block : blocks.blocks) {
    odds.begin_block();
    score_detail::each_word_gram<GramAsKey>(block.text, add);
    out.push_back(odds.of_block());
  }
  return out;
}

std::vector<float> name_odds(const Blocks& blocks, const GramWeights& names) {
  std::vector<float> out;
  Odds odds(names);
  Elements elements(blocks, names);
  const auto add = known(names, [&](std::uint32_t gram) { odds.add(gram); });
  for (const Block& block : blocks.blocks) {
    odds.begin_block();
    score_detail::each_inner_gram<GramAsKey>(blocks, block, add);
    score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
      for (const std::uint32_t gram : elements.at(element, level)) odds.add(gram);
    });
    out.push_back(odds.of_block());
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
