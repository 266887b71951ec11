// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/simhash.h"

#include <array>
#include <bit>
#include <cstddef>

namespace tamis::fingerprinting {

namespace {

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

struct Sum {
  std::uint64_t ones, twos;
};

// The full adder of a carry-save tree: three words of weight 1 to one of weight 1 and one of 2.
Sum add3(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const std::uint64_t half = a ^ b;
  return {half ^ c, (a & b) | (half & c)};
}

}  // namespace

std::uint64_t simhash(std::span<const std::uint64_t> hashes) {
  Counters counters;
  std::uint64_t ones = 0, twos = 0, fours = 0;
  std::size_t i = 0;
  // Harley-Seal over eight hashes: ones, twos and fours stay in registers, one carry of weight
  // eight leaves the tree.
  for (; i + 8 <= hashes.size(); i += 8) {
    const Sum a = add3(ones, hashes[i], hashes[i + 1]);
    const Sum b = add3(a.ones, hashes[i + 2], hashes[i + 3]);
    const Sum c = add3(b.ones, hashes[i + 4], hashes[i + 5]);
    const Sum d = add3(c.ones, hashes[i + 6], hashes[i + 7]);
    const Sum ab = add3(twos, a.twos, b.twos);
    const Sum cd = add3(ab.ones, c.twos, d.twos);
    const Sum all = add3(fours, ab.twos, cd.twos);
    ones = d.ones;
    twos = cd.ones;
    fours = all.ones;
    counters.add(all.twos, 3);
  }
  counters.add(ones, 0);
  counters.add(twos, 1);
  counters.add(fours, 2);
  for (; i < hashes.size(); ++i) counters.add(hashes[i], 0);
  return counters.greater_than(hashes.size() / 2);
}

}  // namespace tamis::fingerprinting
