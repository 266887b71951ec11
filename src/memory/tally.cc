// SPDX-License-Identifier: Apache-2.0
#include "memory/tally.h"

#include <algorithm>
#include <bit>

namespace tamis::memory {

namespace {

constexpr std::uint32_t kFactor = 2654435769;  // Fibonacci hashing: 2^32 by the golden ratio
constexpr std::size_t kLeast = 64;

}  // namespace

void Tally::begin(std::size_t most) {
  places_.clear();
  if (counts_.size() < 2 * most || counts_.empty() || ++line_ == 0) {
    const std::size_t size = std::bit_ceil(std::max(2 * most, std::max(kLeast, counts_.size())));
    counts_.assign(size, Count());
    shift_ = 32 - std::countr_zero(static_cast<std::uint32_t>(size));
    line_ = 1;
  }
}

Tally::Count& Tally::of(std::uint32_t page) {
  std::size_t place = page * kFactor >> shift_;
  while (counts_[place].line == line_ && counts_[place].page != page)
    place = (place + 1) & (counts_.size() - 1);
  Count& count = counts_[place];
  if (count.line != line_) {
    count = {page, line_};
    places_.push_back(static_cast<std::uint32_t>(place));
  }
  return count;
}

}  // namespace tamis::memory
