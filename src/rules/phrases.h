// SPDX-License-Identifier: Apache-2.0
// The phrase index: all phrases that match a line, by hashing the line's prefixes, suffixes and
// whole; "contains" is looked for in short lines only, where its first two bytes
// stand. Cost: O(length) hash look-ups.
#pragma once

#include "tamis/rules.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tamis::rules {

// A line as phrases see it: width and case folded, trimmed, white space collapsed.
std::string fold_line(std::string_view line);

class PhraseIndex {
 public:
  PhraseIndex() = default;
  explicit PhraseIndex(const Table& table);

  std::vector<PhraseHit> match(std::string_view line) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using Map = std::unordered_map<std::string, PhraseHit, Hash, std::equal_to<>>;

  void collect_affixes(std::string_view folded, std::vector<PhraseHit>& hits) const;
  void collect_inner(std::string_view folded, std::vector<PhraseHit>& hits) const;

  Map exact_, prefix_, prefix_body_, suffix_;
  struct Inner {
    std::string key;
    PhraseHit hit;
    std::size_t order;  // in the table
  };
  std::unordered_multimap<std::uint16_t, Inner> inner_;  // by the first two bytes
  std::bitset<1 << 16> starts_;                          // those of any
  std::size_t longest_affix_ = 0;                        // bytes
  // Which lengths (bytes) a phrase with this first or last byte can have: most look-ups are saved.
  static constexpr std::size_t kLengths = 256;
  using Lengths = std::bitset<kLengths>;
  std::array<Lengths, 256> prefix_lengths_, suffix_lengths_;
};

}  // namespace tamis::rules
