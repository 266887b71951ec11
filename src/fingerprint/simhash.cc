// SPDX-License-Identifier: Apache-2.0
// SimHash (Charikar 2002): bit i of the result is set when more than half of the hashes have it.
// Full adders take the hashes seven at a time before they reach the carry-save counters, which
// shortens the ripple. Exact; a shingle counts as often as it stands.
#include "base/mix.h"
#include "fingerprint/carry_save.h"
#include "fingerprint/wide.h"
#include "tamis/fingerprint.h"

#include <cstddef>

namespace tamis {

namespace {

struct Sum {
  std::uint64_t ones, twos;
};

// The full adder of a carry-save tree: three words of weight 1 to one of weight 1 and one of 2.
Sum add3(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  const std::uint64_t half = a ^ b;
  return {half ^ c, (a & b) | (half & c)};
}

}  // namespace

std::uint64_t fingerprinting::simhash_plain(std::u16string_view letters) {
  const std::size_t n = letters.size() - kShingle + 1;
  fingerprinting::Counters counters;
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

std::uint64_t simhash(std::u16string_view letters) {
  if (letters.size() < kShingle) return 0;
#if TAMIS_WIDE
  if (fingerprinting::wide::is_here()) return fingerprinting::wide::simhash(letters);
#endif
  return fingerprinting::simhash_plain(letters);
}

}  // namespace tamis
