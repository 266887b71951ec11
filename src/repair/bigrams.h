// SPDX-License-Identifier: Apache-2.0
// How likely one character follows another in Chinese news: bigrams with absolute discounting, over
// simplified characters, ASCII for full-width ASCII, runs of digits as one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tamis::repairing {

// Twelfths of a nat: -log p * 12.
using Cost = std::int32_t;
inline constexpr Cost kNat = 12;
inline constexpr double kBitsOfCost = 1.4427 / kNat;

class Bigrams {
 public:
  using Index = std::uint16_t;
  static constexpr Index kUnknown = 0xFFFF;

  explicit Bigrams(const std::string& directory);  // throws Failure, see data_file.h

  // `c` simplified; folds width and digits itself.
  Index index_of(char32_t c) const;
  Cost cost(Index before, Index c) const;
  Cost cost(Index c) const { return c == kUnknown ? unknown_ : single_[c]; }
  Index paragraph_begin() const { return begin_; }
  Index paragraph_end() const { return end_; }

 private:
  std::vector<Index> index_;  // by code point
  std::vector<std::uint32_t> first_;
  std::vector<Index> second_;
  std::vector<std::uint8_t> single_, pair_;
  std::vector<std::uint8_t> back_,
      floor_;  // of a pair that is not listed: its price, and the least
  Cost unknown_ = 0;
  Index zero_ = kUnknown, begin_ = kUnknown, end_ = kUnknown;
};

}  // namespace tamis::repairing
