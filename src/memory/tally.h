// SPDX-License-Identifier: Apache-2.0
// Hits of one line by page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tamis::memory {

// Begun anew for each line; keeps its room. One thread.
class Tally {
 public:
  static constexpr std::uint32_t kUnranked = 0xffffffff;
  struct Count {
    std::uint32_t page = 0, line = 0;
    std::uint32_t minima = 0, lead = 0;
    std::uint32_t rank = kUnranked;  // the caller's
  };

  // At most so many different pages will come.
  void begin(std::size_t most);
  Count& of(std::uint32_t page);
  // Where the counts of this line lie, in the order in which their pages came.
  std::span<const std::uint32_t> places() const { return places_; }
  Count& at(std::uint32_t place) { return counts_[place]; }

 private:
  std::vector<Count> counts_;  // open addressing; of this line is what has its number
  std::vector<std::uint32_t> places_;
  std::uint32_t line_ = 0;
  int shift_ = 32;
};

}  // namespace tamis::memory
