// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/hash_sort.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace tamis::fingerprinting {
namespace {

void expect_sorted_like_a_set(std::vector<std::uint64_t> values) {
  const std::set<std::uint64_t> expected(values.begin(), values.end());
  sort_distinct(values);
  EXPECT_EQ(values, std::vector<std::uint64_t>(expected.begin(), expected.end()));
}

TEST(HashSort, SortsAndDropsRepeats) {
  std::mt19937_64 random(1);
  for (const std::size_t size : {0u, 1u, 2u, 63u, 64u, 65u, 1000u, 70000u, 200000u}) {
    std::vector<std::uint64_t> values(size);
    for (std::uint64_t& value : values) value = random();
    for (std::size_t i = 0; i < size / 3; ++i) values[i] = values[size - 1 - i];
    expect_sorted_like_a_set(values);
  }
}

// Linear insertion into one long run would take minutes here.
TEST(HashSort, IsNotQuadraticOnValuesThatShareTheirLeadingBits) {
  std::vector<std::uint64_t> values;
  for (std::uint64_t i = 300000; i > 0; --i) values.push_back(i);
  expect_sorted_like_a_set(values);
}

TEST(HashSort, TakesOneValueAMillionTimes) {
  expect_sorted_like_a_set(std::vector<std::uint64_t>(1000000, 42));
}

}  // namespace
}  // namespace tamis::fingerprinting
