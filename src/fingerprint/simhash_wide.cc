// SPDX-License-Identifier: Apache-2.0
#include "base/mix.h"
#include "fingerprint/carry_save.h"
#include "fingerprint/wide.h"
#include "tamis/fingerprint.h"

#include <array>
#include <iterator>

#if TAMIS_WIDE
#include "fingerprint/wide_vector.h"
#endif

namespace tamis::fingerprinting::wide {

#if TAMIS_WIDE

bool is_here() {
  return __builtin_cpu_supports("avx2") != 0;
}

namespace {

struct Sum {
  Four ones, twos;
};

TAMIS_AVX2_INLINE Sum add3(Four a, Four b, Four c) {
  const Four half = _mm256_xor_si256(a, b);
  return {_mm256_xor_si256(half, c),
          _mm256_or_si256(_mm256_and_si256(a, b), _mm256_and_si256(half, c))};
}

// The hashes of the four shingles that begin at `from`.
TAMIS_AVX2_INLINE Four hashes_at(const char16_t* from) {
  const Four first = _mm256_slli_epi64(letters_at(from), 32);
  const Four second = _mm256_slli_epi64(letters_at(from + 1), 16);
  return hash_words(_mm256_or_si256(_mm256_or_si256(first, second), letters_at(from + 2)));
}

// Takes the lanes of `words` apart.
TAMIS_AVX2_INLINE void add_lanes(Counters& counters, Four words, std::size_t plane) {
  alignas(32) std::uint64_t lanes[4];
  store(lanes, words);
  for (const std::uint64_t lane : lanes) counters.add(lane, plane);
}

}  // namespace

// The tree of simhash(), four columns of it side by side: 32 hashes a step. Digits from eight on
// ripple in `high`, whose last one goes to the counters before it can overflow.
TAMIS_AVX2 std::uint64_t simhash(std::u16string_view letters) {
  constexpr std::size_t kStep = 32, kPlanes = 4;
  const std::size_t n = letters.size() - kShingle + 1;
  Counters counters;
  Four ones = _mm256_setzero_si256(), twos = ones, fours = ones;
  Four high[kPlanes] = {ones, ones, ones, ones};
  std::size_t i = 0;
  // A load of four letters ends with the last letter of the text at most.
  for (; i + kStep <= n; i += kStep) {
    const char16_t* const from = letters.data() + i;
    const Sum a = add3(ones, hashes_at(from), hashes_at(from + 4));
    const Sum b = add3(a.ones, hashes_at(from + 8), hashes_at(from + 12));
    const Sum c = add3(b.ones, hashes_at(from + 16), hashes_at(from + 20));
    const Sum d = add3(c.ones, hashes_at(from + 24), hashes_at(from + 28));
    const Sum ab = add3(twos, a.twos, b.twos);
    const Sum cd = add3(ab.ones, c.twos, d.twos);
    const Sum all = add3(fours, ab.twos, cd.twos);
    ones = d.ones;
    twos = cd.ones;
    fours = all.ones;
    Four carry = all.twos;
    for (Four& digit : high) {
      const Four next = _mm256_and_si256(digit, carry);
      digit = _mm256_xor_si256(digit, carry);
      carry = next;
    }
    if (_mm256_testz_si256(carry, carry) == 0) add_lanes(counters, carry, 3 + kPlanes);
  }
  const Four digits[] = {ones, twos, fours, high[0], high[1], high[2], high[3]};
  alignas(32) std::uint64_t lanes[std::size(digits)][4];
  for (std::size_t digit = 0; digit < std::size(digits); ++digit)
    store(lanes[digit], digits[digit]);
  for (std::size_t lane = 0; lane < 4; ++lane) {
    std::array<std::uint64_t, std::size(digits)> number;
    for (std::size_t digit = 0; digit < number.size(); ++digit) number[digit] = lanes[digit][lane];
    counters.add(number);
  }
  for (; i < n; ++i) {
    counters.add(base::hash_word(std::uint64_t{letters[i]} << 32 |
                                 std::uint64_t{letters[i + 1]} << 16 | letters[i + 2]),
                 0);
  }
  return counters.greater_than(n / 2);
}

#else

bool is_here() {
  return false;
}

#endif

}  // namespace tamis::fingerprinting::wide
