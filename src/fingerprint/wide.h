// SPDX-License-Identifier: Apache-2.0
// SimHash and winnowing four values at a time (AVX2), with the results of the plain loops, bit for
// bit. Only where wide::is_here() says that the processor can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__)
#define TAMIS_WIDE 1
#else
#define TAMIS_WIDE 0
#endif

namespace tamis::fingerprinting {

std::uint64_t simhash_plain(std::u16string_view letters);  // kShingle letters or more

// Of every kWindow runs of kGram letters that follow each other the smallest hash, runs of one
// value once; as many letters as one window takes, or more.
std::vector<std::uint64_t> minima_plain(std::u16string_view letters);

namespace wide {

bool is_here();

#if TAMIS_WIDE
// As simhash(); kShingle letters or more.
std::uint64_t simhash(std::u16string_view letters);

// The hashes of all runs of kGram letters, bit 0 clear; kGram letters or more.
std::vector<std::uint64_t> grams(std::u16string_view letters);

// As minima_plain.
std::vector<std::uint64_t> minima(std::u16string_view letters);
#endif

}  // namespace wide

}  // namespace tamis::fingerprinting
