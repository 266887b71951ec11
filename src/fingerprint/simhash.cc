// SPDX-License-Identifier: Apache-2.0
// SimHash (Charikar 2002): bit i of the result is set when more than half of the hashes have it.
// Carry-save counters: the hashes are added as 64 columns at once. One word holds the same binary
// digit of all 64 counters, so adding a hash is a ripple of AND and XOR that stops, on average,
// after two words, where the usual loop looks at each of 64 bits. Full adders take the hashes
// seven at a time, which shortens the ripple further. Exact; a shingle counts as often as it
// stands.
#include "base/mix.h"
#include "tamis/fingerprint.h"

#include <array>
#include <bit>
#include <cstddef>

namespace tamis {

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

std::uint64_t simhash(std::u16string_view letters) {
  if (letters.size() < kShingle) return 0;
  const std::size_t n = letters.size() - kShingle + 1;
  Counters counters;
  std::uint64_t ones = 0, twos = 0, fours = 0;
  std::size_t i = 0;
  // A shingle of three letters is a word of 48 bits: no two share it.
  std::uint64_t shingle = std::uint64_t{letters[0]} << 16 | letters[1];
  const auto next = [&] {
    shingle = (shingle << 16 | letters[i++ + 2]) & 0xFFFFFFFFFFFF;
    return base::hash_word(shingle);
  };
  // Harley-Seal over eight hashes: ones, twos and fours stay in registers, one carry of weight
  // eight leaves the tree.
  while (i + 8 <= n) {
    const std::uint64_t h0 = next(), h1 = next(), h2 = next(), h3 = next();
    const std::uint64_t h4 = next(), h5 = next(), h6 = next(), h7 = next();
    const Sum a = add3(ones, h0, h1);
    const Sum b = add3(a.ones, h2, h3);
    const Sum c = add3(b.ones, h4, h5);
    const Sum d = add3(c.ones, h6, h7);
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
  while (i < n) counters.add(next(), 0);
  return counters.greater_than(n / 2);
}

}  // namespace tamis
