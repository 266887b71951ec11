// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/gram_hash.h"
#include "fingerprint/wide.h"
#include "tamis/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tamis {

namespace {

std::vector<std::uint64_t> grams(std::u16string_view letters) {
#if TAMIS_WIDE
  if (fingerprinting::wide::is_here()) return fingerprinting::wide::grams(letters);
#endif
  std::vector<std::uint64_t> out(letters.size() - kGram + 1);
  fingerprinting::gram_hashes(letters, out.data());
  return out;
}

// Calls keep(i) for the smallest of every window, the last of equals; i only grows.
template <std::uint32_t kSize, class Keep>
void smallest_of_windows(const std::vector<std::uint64_t>& hashes, Keep keep) {
  std::size_t least = hashes.size();
  for (std::size_t end = std::min<std::size_t>(kSize, hashes.size()); end <= hashes.size(); ++end) {
    const std::size_t begin = end - std::min<std::size_t>(kSize, end);
    if (least < begin || least == hashes.size()) {
      least = begin;
      for (std::size_t i = begin + 1; i < end; ++i) {
        if (hashes[i] <= hashes[least]) least = i;
      }
      keep(least);
    } else if (hashes[end - 1] <= hashes[least]) {
      least = end - 1;
      keep(least);
    }
  }
}

// By what follows the first `zeros` bits nearly all hashes find their place at once, and a step or
// two takes the rest there. Where chance has no part in it they are sorted as anything is.
void sort_hashes(std::vector<std::uint64_t>& hashes, int zeros) {
  constexpr std::size_t kBuckets = 256, kLeast = 32, kMost = 1024, kCrowd = 24;
  std::array<std::uint16_t, kBuckets + 1> next{};
  std::array<std::uint64_t, kMost> out;
  const std::size_t n = hashes.size();
  const int shift = 56 - zeros;
  const auto bucket = [&](std::uint64_t hash) {
    return std::min<std::size_t>(hash >> shift, kBuckets - 1);
  };
  bool even = n >= kLeast && n <= kMost;
  if (even) {
    for (const std::uint64_t hash : hashes) ++next[bucket(hash) + 1];
    even = *std::max_element(next.begin(), next.end()) <= kCrowd;
  }
  if (!even) {
    std::sort(hashes.begin(), hashes.end());
    return;
  }
  std::uint16_t sum = 0;
  for (std::uint16_t& count : next) count = sum = static_cast<std::uint16_t>(sum + count);
  for (const std::uint64_t hash : hashes) out[next[bucket(hash)]++] = hash;
  for (std::size_t i = 1; i < n; ++i) {
    const std::uint64_t hash = out[i];
    std::size_t at = i;
    for (; at > 0 && out[at - 1] > hash; --at) out[at] = out[at - 1];
    out[at] = hash;
  }
  std::copy_n(out.begin(), n, hashes.begin());
}

// The smallest of every window of kWindow neighbours, runs of one value once.
std::vector<std::uint64_t> minima_of(std::u16string_view letters) {
#if TAMIS_WIDE
  if (fingerprinting::wide::is_here()) return fingerprinting::wide::minima(letters);
#endif
  return fingerprinting::minima_plain(letters);
}

}  // namespace

// Minima of two, four, eight and sixteen, each from the last, without a branch that is hard to
// foretell.
std::vector<std::uint64_t> fingerprinting::minima_plain(std::u16string_view letters) {
  static_assert((kWindow & (kWindow - 1)) == 0 && kDense >= kGram + kWindow);
  std::vector<std::uint64_t> hashes = grams(letters);
  std::size_t n = hashes.size();
  for (std::size_t reach = 1; reach < kWindow; reach *= 2) {
    n -= reach;
    for (std::size_t i = 0; i < n; ++i) hashes[i] = std::min(hashes[i], hashes[i + reach]);
  }
  std::size_t size = 0;
  std::uint64_t before = 1;  // no hash
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t value = hashes[size] = hashes[i];
    size += value != before ? 1 : 0;
    before = value;
  }
  hashes.resize(size);
  return hashes;
}

std::vector<std::uint64_t> gram_hashes(std::u16string_view letters) {
  return letters.size() < kGram ? std::vector<std::uint64_t>() : grams(letters);
}

std::vector<std::uint64_t> winnow(std::u16string_view letters) {
  if (letters.size() < kGram) return {};
  std::vector<std::uint64_t> out;
  const bool dense = letters.size() <= kDense;
  if (dense) {
    const std::vector<std::uint64_t> hashes = grams(letters);
    out = hashes;
    for (std::uint64_t& hash : out) hash |= 1;
    smallest_of_windows<kDenseWindow>(hashes, [&](std::size_t i) { out[i] = hashes[i]; });
  } else {
    out = minima_of(letters);
  }
  sort_hashes(out, dense ? 0 : 2);  // fewer than one in 99 minima of 16 has them not
  // Of equal hashes the first, which may have bit 0 clear, stays.
  out.erase(std::unique(out.begin(), out.end(),
                        [](std::uint64_t x, std::uint64_t y) { return x >> 1 == y >> 1; }),
            out.end());
  return {out.begin(), out.end()};  // no room is kept
}

}  // namespace tamis
