// SPDX-License-Identifier: Apache-2.0
#include "base/mix.h"
#include "fingerprint/gram_hash.h"
#include "fingerprint/wide.h"
#include "tamis/fingerprint.h"

#include <algorithm>

#if TAMIS_WIDE
#include "fingerprint/wide_vector.h"

namespace tamis::fingerprinting::wide {

namespace {

// Signed comparison is all there is: words are held with their first bit turned.
constexpr std::uint64_t kTurn = std::uint64_t{1} << 63;

TAMIS_AVX2_INLINE Four smaller(Four x, Four y) {
  return _mm256_blendv_epi8(x, y, _mm256_cmpgt_epi64(x, y));
}

}  // namespace

namespace {

constexpr std::size_t kBlock = 128;  // runs at a time
constexpr std::size_t kMore = 12;    // letters behind the block that loads reach
static_assert(kGram == 8 && kBlock % 4 == 0);

// The polynomials of two, four and eight letters, each from the last: no chain of rolling sums. The
// bits of `turned` are turned in the results.
TAMIS_AVX2_INLINE void grams_of_block(const char16_t* from, std::uint64_t turned,
                                      std::uint64_t* to) {
  alignas(32) std::uint64_t two[kBlock + 8], four[kBlock + 8];
  const Four one = four_of(1), mask = four_of(~std::uint64_t{1}), turn = four_of(turned);
  for (std::size_t i = 0; i < kBlock + 8; i += 4) {
    const Four first = _mm256_add_epi64(letters_at(from + i), one);
    const Four second = _mm256_add_epi64(letters_at(from + i + 1), one);
    store(two + i, _mm256_add_epi64(times_small<kGramBase>(first), second));
  }
  for (std::size_t i = 0; i < kBlock + 4; i += 4) {
    store(four + i, _mm256_add_epi64(times<gram_power(2)>(load(two + i)), load(two + i + 2)));
  }
  for (std::size_t i = 0; i < kBlock; i += 4) {
    const Four eight = _mm256_add_epi64(times<gram_power(4)>(load(four + i)), load(four + i + 4));
    store(to + i, _mm256_xor_si256(_mm256_and_si256(hash_words(eight), mask), turn));
  }
}

// kBlock of them from `begin` on; those of a last block that go over mean nothing.
TAMIS_AVX2_INLINE void grams_from(std::u16string_view letters, std::size_t begin,
                                  std::uint64_t turned, std::uint64_t* to) {
  if (begin + kBlock + kMore <= letters.size()) {
    grams_of_block(letters.data() + begin, turned, to);
    return;
  }
  char16_t rest[kBlock + kMore];
  for (std::size_t i = 0; i < kBlock + kMore; ++i)
    rest[i] = begin + i < letters.size() ? letters[begin + i] : u'\0';
  grams_of_block(rest, turned, to);
}

constexpr std::size_t kBefore = kWindow - 1;  // hashes in front of a block that its windows need
constexpr std::size_t kRoom = kBefore + kBlock + 24;  // and what loads reach behind

// least[i] becomes the smallest of hashes[i, i + kWindow), for kBlock of them.
TAMIS_AVX2_INLINE void minima_of_block(const std::uint64_t* hashes, std::uint64_t* least) {
  std::size_t n = kBefore + kBlock - 1;
  for (std::size_t i = 0; i < n; i += 4)
    store(least + i, smaller(load(hashes + i), load(hashes + i + 1)));
  for (std::size_t reach = 2; reach < kWindow; reach *= 2) {
    n -= reach;
    for (std::size_t i = 0; i < n; i += 4)
      store(least + i, smaller(load(least + i), load(least + i + reach)));
  }
}

}  // namespace

TAMIS_AVX2 std::vector<std::uint64_t> grams(std::u16string_view letters) {
  const std::size_t n = letters.size() - kGram + 1;
  std::vector<std::uint64_t> out;
  out.reserve(n);
  std::uint64_t block[kBlock];
  for (std::size_t begin = 0; begin < n; begin += kBlock) {
    grams_from(letters, begin, 0, block);
    out.insert(out.end(), block, block + std::min(kBlock, n - begin));
  }
  return out;
}

// A block's hashes stand behind the last kBefore of the block before.
TAMIS_AVX2 std::vector<std::uint64_t> minima(std::u16string_view letters) {
  const std::size_t n = letters.size() - kGram + 1;
  std::vector<std::uint64_t> out;
  out.reserve(n / 6);
  alignas(32) std::uint64_t hashes[kRoom] = {}, least[kRoom] = {}, kept[kBlock];
  std::uint64_t before = 1 ^ kTurn;  // no hash
  for (std::size_t begin = 0; begin < n; begin += kBlock) {
    grams_from(letters, begin, kTurn, hashes + kBefore);
    minima_of_block(hashes, least);
    std::size_t size = 0;
    const std::size_t end = std::min(kBlock, n - begin);
    for (std::size_t i = begin == 0 ? kBefore : 0; i < end; ++i) {  // whole windows only
      kept[size] = least[i] ^ kTurn;
      size += least[i] != before ? 1 : 0;
      before = least[i];
    }
    out.insert(out.end(), kept, kept + size);
    for (std::size_t i = 0; i < kBefore; ++i) hashes[i] = hashes[kBlock + i];
  }
  return out;
}

}  // namespace tamis::fingerprinting::wide

#endif
