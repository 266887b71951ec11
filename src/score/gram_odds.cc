// SPDX-License-Identifier: Apache-2.0
#include "score/block_grams.h"
#include "tamis/score.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace tamis {

namespace {

using score_detail::GramAsKey;
using Gram = GramWeights::Gram;

// Calls `use` with the n-gram of a key, if it has a weight.
template <class Use>
auto known(const GramWeights& in, Use use) {
  return [&in, use](std::uint64_t key) {
    if (const Gram* gram = in.find(key)) use(gram);
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
  void add(const Gram* gram) {
    if (std::exchange(block_of_[gram->number], block_) == block_) return;
    sum_ += static_cast<double>(gram->weight);
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

  // Until the next call.
  std::span<const Gram* const> at(ContainerId element, int level) {
    Found& own = found_[element][static_cast<std::size_t>(level)];
    if (own.begin == kNone) {
      own.begin = static_cast<std::uint32_t>(grams_.size());
      const auto keep = known(in_, [&](const Gram* gram) { grams_.push_back(gram); });
      score_detail::each_element_gram<GramAsKey>(blocks_.containers[element], level, keep);
      own.count = static_cast<std::uint32_t>(grams_.size()) - own.begin;
    }
    return std::span(grams_).subspan(own.begin, own.count);
  }

 private:
  struct Found {
    std::uint32_t begin = kNone, count = 0;  // of grams_; kNone: not looked for yet
  };

  const Blocks& blocks_;
  const GramWeights& in_;
  std::vector<std::array<Found, score_detail::kLevels.size()>> found_;
  std::vector<const Gram*> grams_;
};

std::vector<float> word_odds(const Blocks& blocks, const GramWeights& words) {
  std::vector<float> out;
  Odds odds(words);
  const auto add = known(words, [&](const Gram* gram) { odds.add(gram); });
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
  const auto add = known(names, [&](const Gram* gram) { odds.add(gram); });
  for (const Block& block : blocks.blocks) {
    odds.begin_block();
    score_detail::each_inner_gram<GramAsKey>(blocks, block, add);
    score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
      for (const Gram* gram : elements.at(element, level)) odds.add(gram);
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
