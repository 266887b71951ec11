// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/hash_sort.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace tamis::fingerprinting {

namespace {

constexpr std::size_t kSmall = 64;    // std::sort is as good
constexpr std::size_t kLongRun = 24;  // insertion sort is as good below

void insertion_sort(std::uint64_t* begin, std::uint64_t* end) {
  for (std::uint64_t* next = begin + 1; next < end; ++next) {
    const std::uint64_t value = *next;
    std::uint64_t* hole = next;
    for (; hole > begin && hole[-1] > value; --hole) *hole = hole[-1];
    *hole = value;
  }
}

void sort_by_leading_bits(std::vector<std::uint64_t>& hashes) {
  const int bits = std::min(16, static_cast<int>(std::bit_width(hashes.size())) - 1);
  std::vector<std::uint32_t> ends((std::size_t{1} << bits) + 1, 0);
  for (const std::uint64_t hash : hashes) ++ends[(hash >> (64 - bits)) + 1];
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  std::vector<std::uint64_t> sorted(hashes.size());
  for (const std::uint64_t hash : hashes) sorted[ends[hash >> (64 - bits)]++] = hash;
  std::uint32_t begin = 0;  // ends[i] is now where run i ends
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const std::uint32_t end = ends[i];
    if (end - begin > kLongRun) {
      std::sort(sorted.begin() + begin, sorted.begin() + end);
    } else if (end - begin > 1) {
      insertion_sort(sorted.data() + begin, sorted.data() + end);
    }
    begin = end;
  }
  hashes.swap(sorted);
}

}  // namespace

void sort_distinct(std::vector<std::uint64_t>& hashes) {
  if (hashes.size() < kSmall) {
    std::sort(hashes.begin(), hashes.end());
  } else {
    sort_by_leading_bits(hashes);
  }
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace tamis::fingerprinting
