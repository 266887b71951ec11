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

  struct Gram {
    std::uint32_t number = 0;  // in the file, from 0
    float weight = 0;
  };

  // The n-gram of this key (rules/gram_keys.h), or null. In line: most of what is asked is unknown,
  // and one bit says so.
  const Gram* find(std::uint64_t key) const {
    const std::size_t bit = bit_of(key);
    return (filter_[bit / 64] >> bit % 64 & 1) != 0 ? find_slot(key) : nullptr;
  }

  // Log odds of a text whose known n-grams weigh `sum` together and are `count`: the bias, and the
  // sum by the root of the count.
  float odds(double sum, std::size_t count) const;

  std::size_t size() const { return size_; }

 private:
  friend class GramWeightsReader;
  struct Slot {
    std::uint64_t key = 0;  // 0: empty
    Gram gram;
  };

  std::size_t bit_of(std::uint64_t key) const { return (key >> 20) & (64 * filter_.size() - 1); }
  const Gram* find_slot(std::uint64_t key) const;

  double bias_ = 0;
  std::size_t size_ = 0;
  std::vector<Slot> slots_;            // open addressing; a power of two, at most half full
  std::vector<std::uint64_t> filter_;  // a bit of each key; a power of two, at most 1 in 8 set
};

}  // namespace tamis
