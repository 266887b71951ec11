// SPDX-License-Identifier: Apache-2.0
// Four words side by side: what AVX2 has no instruction for. Every function needs the attribute,
// so that the rest of the library runs on processors without.
#pragma once

#include "base/mix.h"

#include <immintrin.h>

#include <cstdint>

#define TAMIS_AVX2 __attribute__((target("avx2")))
#define TAMIS_AVX2_INLINE __attribute__((target("avx2"), always_inline)) inline

namespace tamis::fingerprinting::wide {

using Four = __m256i;

TAMIS_AVX2_INLINE Four four_of(std::uint64_t word) {
  return _mm256_set1_epi64x(static_cast<long long>(word));
}

TAMIS_AVX2_INLINE Four load(const std::uint64_t* from) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i_u*>(from));
}

TAMIS_AVX2_INLINE void store(std::uint64_t* to, Four words) {
  _mm256_storeu_si256(reinterpret_cast<__m256i_u*>(to), words);
}

// Letters [0, 4) of `from`, a word each.
TAMIS_AVX2_INLINE Four letters_at(const char16_t* from) {
  return _mm256_cvtepu16_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i_u*>(from)));
}

// The low words of the products.
template <std::uint64_t kFactor>
TAMIS_AVX2_INLINE Four times(Four x) {
  const Four low = four_of(kFactor & 0xFFFFFFFF), high = four_of(kFactor >> 32);
  const Four cross =
      _mm256_add_epi64(_mm256_mul_epu32(_mm256_srli_epi64(x, 32), low), _mm256_mul_epu32(x, high));
  return _mm256_add_epi64(_mm256_mul_epu32(x, low), _mm256_slli_epi64(cross, 32));
}

// The same of words below 2^32.
template <std::uint64_t kFactor>
TAMIS_AVX2_INLINE Four times_small(Four x) {
  const Four low = four_of(kFactor & 0xFFFFFFFF), high = four_of(kFactor >> 32);
  return _mm256_add_epi64(_mm256_mul_epu32(x, low),
                          _mm256_slli_epi64(_mm256_mul_epu32(x, high), 32));
}

// As base::hash_word.
TAMIS_AVX2_INLINE Four hash_words(Four x) {
  x = times<base::kMixFactors[0]>(x);
  x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 33));
  x = times<base::kMixFactors[1]>(x);
  x = _mm256_xor_si256(x, _mm256_srli_epi64(x, 29));
  x = times<base::kMixFactors[2]>(x);
  return _mm256_xor_si256(x, _mm256_srli_epi64(x, 32));
}

}  // namespace tamis::fingerprinting::wide
