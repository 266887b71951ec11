// SPDX-License-Identifier: Apache-2.0
#include "relate/hamming.h"

#include "fingerprint/dice.h"

#include <gtest/gtest.h>

#include <bit>

namespace tamis::relating {
namespace {

// Every pair, looked at.
std::vector<Pair> slow_pairs(const std::vector<std::uint64_t>& values, int distance) {
  std::vector<Pair> out;
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    for (std::uint32_t j = 0; j < i; ++j) {
      if (std::popcount(values[i] ^ values[j]) <= distance) out.emplace_back(j, i);
    }
  }
  return out;
}

// Random values, and for half of them one near to an earlier one, at every distance.
std::vector<std::uint64_t> mixed_values(std::size_t count) {
  Dice dice(count);
  std::vector<std::uint64_t> values;
  while (values.size() < count) {
    std::uint64_t value = dice.word();
    if (!values.empty() && dice.below(2) == 0) {
      value = values[dice.below(static_cast<unsigned>(values.size()))];
      for (unsigned flips = dice.below(24); flips > 0; --flips) {
        value ^= std::uint64_t{1} << dice.below(64);
      }
    }
    values.push_back(value);
  }
  return values;
}

constexpr std::uint32_t kAll = 1u << 30;

TEST(Hamming, ScanAndBlocksFindExactlyThePairsWithinTheDistance) {
  for (const std::size_t count : {0u, 1u, 2u, 700u}) {
    const std::vector<std::uint64_t> values = mixed_values(count);
    for (const int distance : {0, 1, 3, 4, 6, 7, 10, 12, 16}) {
      const std::vector<Pair> expected = slow_pairs(values, distance);
      EXPECT_EQ(pairs_by_scan(values, {distance, kAll, 1}), expected) << distance;
      EXPECT_EQ(pairs_by_blocks(values, {distance, kAll, 1}), expected) << distance;
      EXPECT_EQ(near_pairs(values, {distance, kAll, 1}), expected) << distance;
    }
  }
}

TEST(Hamming, EveryPairIsWithinSixtyFourBits) {
  const std::vector<std::uint64_t> values = mixed_values(50);
  EXPECT_EQ(near_pairs(values, {64, kAll, 1}).size(), 50u * 49 / 2);
}

TEST(Hamming, BothWaysAgreeWhereTheCheaperOneChanges) {
  const std::vector<std::uint64_t> values = mixed_values(30000);
  for (const int distance : {3, 10}) {
    EXPECT_EQ(near_pairs(values, {distance, kAll, 2}), pairs_by_scan(values, {distance, kAll, 1}));
  }
}

TEST(Hamming, DoesNotDependOnTheThreads) {
  const std::vector<std::uint64_t> values = mixed_values(3000);
  for (const std::uint32_t most : {3u, kAll}) {
    EXPECT_EQ(pairs_by_scan(values, {10, most, 1}), pairs_by_scan(values, {10, most, 3}));
    EXPECT_EQ(pairs_by_blocks(values, {10, most, 1}), pairs_by_blocks(values, {10, most, 3}));
  }
}

TEST(Hamming, OfManyEqualValuesKeepsAFewPartnersEach) {
  const std::vector<std::uint64_t> values(50000, 42);
  constexpr std::uint32_t kMost = 8;
  EXPECT_LE(pairs_by_scan(values, {10, kMost, 2}).size(), values.size() * kMost);
  EXPECT_LE(pairs_by_blocks(values, {10, kMost, 2}).size(), values.size() * kMost);
}

}  // namespace
}  // namespace tamis::relating
