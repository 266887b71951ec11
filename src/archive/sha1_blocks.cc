// SPDX-License-Identifier: Apache-2.0
#include "archive/sha1_blocks.h"

#include <bit>

namespace tamis::archive {
namespace {

std::uint32_t word_at(const unsigned char* p) {
  return std::uint32_t{p[0]} << 24 | std::uint32_t{p[1]} << 16 | std::uint32_t{p[2]} << 8 | p[3];
}

void add_block(Sha1State& state, const unsigned char* block) {
  std::array<std::uint32_t, 80> w;
  for (std::size_t i = 0; i < 16; ++i) w[i] = word_at(block + 4 * i);
  for (std::size_t i = 16; i < 80; ++i)
    w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  std::uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  const auto twenty = [&](auto mix, std::uint32_t k, std::size_t from) {
    // The five variables change places instead of values.
    const auto step = [&](std::uint32_t p, std::uint32_t& q, std::uint32_t r, std::uint32_t s,
                          std::uint32_t& t, std::uint32_t word) {
      t += std::rotl(p, 5) + mix(q, r, s) + k + word;
      q = std::rotl(q, 30);
    };
    for (std::size_t i = from; i < from + 20; i += 5) {
      step(a, b, c, d, e, w[i]);
      step(e, a, b, c, d, w[i + 1]);
      step(d, e, a, b, c, w[i + 2]);
      step(c, d, e, a, b, w[i + 3]);
      step(b, c, d, e, a, w[i + 4]);
    }
  };
  using Word = std::uint32_t;
  const auto parity = [](Word x, Word y, Word z) { return x ^ y ^ z; };
  twenty([](Word x, Word y, Word z) { return (x & y) | (~x & z); }, 0x5a827999, 0);
  twenty(parity, 0x6ed9eba1, 20);
  twenty([](Word x, Word y, Word z) { return (x & y) | (x & z) | (y & z); }, 0x8f1bbcdc, 40);
  twenty(parity, 0xca62c1d6, 60);
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

}  // namespace

void add_blocks_plainly(Sha1State& state, const unsigned char* blocks, std::size_t count) {
  for (; count > 0; --count, blocks += 64) add_block(state, blocks);
}

}  // namespace tamis::archive

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

#define TAMIS_SHA __attribute__((target("sha,sse4.1,ssse3")))

namespace tamis::archive {
namespace {

struct Words {  // four; a bare __m128i would lose its alignment as an argument of a template
  __m128i value;
};
using Block = std::array<Words, 4>;

// The four words of group n (of twenty), which take the place of those of group n - 4.
TAMIS_SHA inline __m128i words(Block& w, std::size_t n) {
  __m128i& here = w[n % 4].value;
  if (n >= 4)
    here = _mm_sha1msg2_epu32(
        _mm_xor_si128(_mm_sha1msg1_epu32(here, w[(n + 1) % 4].value), w[(n + 2) % 4].value),
        w[(n + 3) % 4].value);
  return here;
}

struct Rounds {
  __m128i abcd, before;  // before: a of it, turned, is the e of the next four rounds
};

// Four rounds of function kKind.
template <int kKind>
TAMIS_SHA inline void four(Rounds& at, __m128i e_and_words) {
  at.before = at.abcd;
  at.abcd = _mm_sha1rnds4_epu32(at.abcd, e_and_words, kKind);
}

template <int kKind>
TAMIS_SHA inline void twenty(Rounds& at, Block& w) {
  for (std::size_t n = kKind * 5; n < kKind * 5 + 5; ++n)
    four<kKind>(at, _mm_sha1nexte_epu32(at.before, words(w, n)));
}

}  // namespace

bool has_sha1_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  constexpr unsigned kSha = 1u << 29;  // leaf 7, EBX
  return __builtin_cpu_supports("ssse3") != 0 && __builtin_cpu_supports("sse4.1") != 0 &&
         __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kSha) != 0;
}

TAMIS_SHA void add_blocks_natively(Sha1State& state, const unsigned char* blocks,
                                   std::size_t count) {
  const __m128i turn = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i abcd =
      _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(state.data())), 0x1B);
  __m128i e = _mm_set_epi32(static_cast<int>(state[4]), 0, 0, 0);
  for (; count > 0; --count, blocks += 64) {
    Block w;
    for (std::size_t n = 0; n < 4; ++n)
      w[n].value = _mm_shuffle_epi8(
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(blocks + 16 * n)), turn);
    Rounds at{abcd, abcd};
    four<0>(at, _mm_add_epi32(e, w[0].value));
    for (std::size_t n = 1; n < 5; ++n) four<0>(at, _mm_sha1nexte_epu32(at.before, words(w, n)));
    twenty<1>(at, w);
    twenty<2>(at, w);
    twenty<3>(at, w);
    e = _mm_sha1nexte_epu32(at.before, e);
    abcd = _mm_add_epi32(abcd, at.abcd);
  }
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state.data()), _mm_shuffle_epi32(abcd, 0x1B));
  state[4] = static_cast<std::uint32_t>(_mm_extract_epi32(e, 3));
}

}  // namespace tamis::archive

#else

namespace tamis::archive {

bool has_sha1_instructions() {
  return false;
}
void add_blocks_natively(Sha1State&, const unsigned char*, std::size_t) {}

}  // namespace tamis::archive

#endif
