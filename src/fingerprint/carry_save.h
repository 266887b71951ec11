// SPDX-License-Identifier: Apache-2.0
// Carry-save counters: words are added as 64 columns at once. One word holds the same binary digit
// of all 64 counters, so adding a word is a ripple of AND and XOR that stops, on average, after two
// words, where the usual loop looks at each of 64 bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tamis::fingerprinting {

// 64 counters, one a bit position; planes_[p] is digit p of all of them.
class Counters {
 public:
  // Adds the word to the counters, times 2^plane.
  void add(std::uint64_t word, std::size_t plane) {
    for (; word != 0; ++plane) {
      const std::uint64_t carry = planes_[plane] & word;
      planes_[plane] ^= word;
      word = carry;
    }
  }

  // Adds the number of each column whose digits these are, the lowest first.
  template <std::size_t kDigits>
  void add(const std::array<std::uint64_t, kDigits>& digits) {
    std::uint64_t carry = 0;
    for (std::size_t plane = 0; plane < kDigits; ++plane) {
      const std::uint64_t a = planes_[plane], b = digits[plane], half = a ^ b;
      planes_[plane] = half ^ carry;
      carry = (a & b) | (half & carry);
    }
    add(carry, kDigits);
  }

  // Bit i: counter i is greater than `limit`. Compared from the highest digit down.
  std::uint64_t greater_than(std::uint64_t limit) const {
    std::uint64_t greater = 0, equal = ~std::uint64_t{0};
    for (std::size_t plane = planes_.size(); plane-- > 0;) {
      const std::uint64_t digit = (limit >> plane & 1) != 0 ? ~std::uint64_t{0} : 0;
      greater |= equal & planes_[plane] & ~digit;
      equal &= ~(planes_[plane] ^ digit);
    }
    return greater;
  }

 private:
  std::array<std::uint64_t, 64> planes_{};
};

}  // namespace tamis::fingerprinting
