// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/simhash.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

namespace tamis::fingerprinting {
namespace {

// The textbook loop: plus or minus one a bit, then the signs.
std::uint64_t slow_simhash(const std::vector<std::uint64_t>& hashes) {
  std::array<long, 64> sums{};
  for (const std::uint64_t hash : hashes) {
    for (int bit = 0; bit < 64; ++bit) sums[bit] += (hash >> bit & 1) != 0 ? 1 : -1;
  }
  std::uint64_t out = 0;
  for (int bit = 0; bit < 64; ++bit) {
    if (sums[bit] > 0) out |= std::uint64_t{1} << bit;
  }
  return out;
}

TEST(SimHash, IsTheTextbooksOnRandomHashesOfEveryCount) {
  std::mt19937_64 random(3);
  for (std::size_t size = 0; size < 300; ++size) {
    std::vector<std::uint64_t> hashes(size);
    for (std::uint64_t& hash : hashes) hash = random();
    ASSERT_EQ(simhash(hashes), slow_simhash(hashes)) << size;
  }
}

TEST(SimHash, IsTheTextbooksWhereBitsAreRareOrNearlyTied) {
  std::mt19937_64 random(4);
  for (const std::size_t size : {2u, 8u, 9u, 1000u, 65536u, 100001u}) {
    std::vector<std::uint64_t> rare(size), tied(size);
    for (std::size_t i = 0; i < size; ++i) {
      rare[i] = random() & random() & random();
      tied[i] = i % 2 == 0 ? random() : ~tied[i - 1];
    }
    EXPECT_EQ(simhash(rare), slow_simhash(rare));
    EXPECT_EQ(simhash(tied), slow_simhash(tied));
  }
}

TEST(SimHash, OfEqualHashesIsThatHash) {
  const std::uint64_t all = ~std::uint64_t{0}, some = 0x0123456789abcdef;
  EXPECT_EQ(simhash(std::vector<std::uint64_t>(1000, all)), all);
  EXPECT_EQ(simhash(std::vector<std::uint64_t>(7, some)), some);
  EXPECT_EQ(simhash({}), 0u);
}

}  // namespace
}  // namespace tamis::fingerprinting
