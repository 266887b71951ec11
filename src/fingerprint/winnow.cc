// SPDX-License-Identifier: Apache-2.0
#include "base/mix.h"
#include "tamis/fingerprint.h"

#include <algorithm>

namespace tamis {

namespace {

constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15;  // odd: no letter is ever shifted out

constexpr std::uint64_t power(std::uint32_t n) {
  std::uint64_t out = 1;
  while (n-- > 0) out *= kBase;
  return out;
}

// The hashes of all runs of kGram letters, bit 0 clear: a polynomial that rolls, then mixed.
std::vector<std::uint64_t> grams(std::u16string_view letters) {
  constexpr std::uint64_t kLeaving = power(kGram);
  std::vector<std::uint64_t> out(letters.size() - kGram + 1);
  std::uint64_t rolling = 0;
  for (std::size_t i = 0; i + 1 < kGram; ++i) rolling = rolling * kBase + letters[i] + 1;
  for (std::size_t i = 0; i < out.size(); ++i) {
    rolling = rolling * kBase + letters[i + kGram - 1] + 1;
    if (i > 0) rolling -= (std::uint64_t{letters[i - 1]} + 1) * kLeaving;
    out[i] = base::hash_word(rolling) & ~std::uint64_t{1};
  }
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

// The smallest of every window of kWindow neighbours, runs of one value once: minima of two, four,
// eight and sixteen, each from the last, without a branch that is hard to foretell. Uses `hashes`
// up; there are kWindow or more.
std::vector<std::uint64_t> window_minima(std::vector<std::uint64_t>& hashes) {
  static_assert((kWindow & (kWindow - 1)) == 0 && kDense >= kGram + kWindow);
  std::size_t n = hashes.size();
  for (std::size_t reach = 1; reach < kWindow; reach *= 2) {
    n -= reach;
    for (std::size_t i = 0; i < n; ++i) hashes[i] = std::min(hashes[i], hashes[i + reach]);
  }
  std::vector<std::uint64_t> out(n);
  std::size_t size = 1;
  out[0] = hashes[0];
  for (std::size_t i = 1; i < n; ++i) {
    out[size] = hashes[i];
    size += hashes[i] != hashes[i - 1] ? 1 : 0;
    if (size == n) break;
  }
  return {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(size)};  // an eighth stays
}

}  // namespace

std::vector<std::uint64_t> winnow(std::u16string_view letters) {
  if (letters.size() < kGram) return {};
  std::vector<std::uint64_t> hashes = grams(letters), out;
  if (letters.size() <= kDense) {
    out = hashes;
    for (std::uint64_t& hash : out) hash |= 1;
    smallest_of_windows<kDenseWindow>(hashes, [&](std::size_t i) { out[i] = hashes[i]; });
  } else {
    out = window_minima(hashes);
  }
  std::sort(out.begin(), out.end());
  // Of equal hashes the first, which may have bit 0 clear, stays.
  out.erase(std::unique(out.begin(), out.end(),
                        [](std::uint64_t x, std::uint64_t y) { return x >> 1 == y >> 1; }),
            out.end());
  return out;
}

}  // namespace tamis
