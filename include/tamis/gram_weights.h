// SPDX-License-Identifier: Apache-2.0
// A linear model over n-grams of one to three words: what the words of a block, or the names of the
// elements around it, say of its being the article's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// Immutable; any number of threads may read it.
class GramWeights {
 public:
  // `name` is for messages: "rules/block-words.grams". Throws Failure naming name:line.
  static GramWeights parse(std::string_view text, const std::string& name);

  static constexpr std::uint32_t kUnknown = 0xffffffff;

  // The n-gram of this key (rules/gram_keys.h): its number in the file, or kUnknown.
  std::uint32_t find(std::uint64_t key) const;
  float weight(std::uint32_t gram) const { return weights_[gram]; }

  // Log odds of a text whose known n-grams weigh `sum` together and are `count`: the bias, and the
  // sum by the root of the count.
  float odds(double sum, std::size_t count) const;

  std::size_t size() const { return weights_.size(); }

 private:
  friend class GramWeightsReader;
  struct Slot {
    std::uint64_t key = 0;  // 0: empty
    std::uint32_t gram = 0;
  };

  double bias_ = 0;
  std::vector<float> weights_;
  std::vector<Slot> slots_;  // open addressing; a power of two, at most half full
};

}  // namespace tamis
