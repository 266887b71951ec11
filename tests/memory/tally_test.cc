// SPDX-License-Identifier: Apache-2.0
#include "memory/tally.h"

#include <gtest/gtest.h>

#include <map>

namespace tamis::memory {
namespace {

TEST(Tally, CountsByPageAndForgetsTheLineBefore) {
  Tally tally;
  std::uint32_t seed = 7;
  for (int line = 0; line < 50; ++line) {
    const std::size_t hits = static_cast<std::size_t>(line) * 40;
    std::map<std::uint32_t, std::uint32_t> wanted;
    tally.begin(hits);
    for (std::size_t i = 0; i < hits; ++i) {
      seed = seed * 1664525 + 1013904223;
      const std::uint32_t page = (seed >> 20) << 20;  // far apart: some meet in one place
      ++wanted[page];
      ++tally.of(page).minima;
    }
    ASSERT_EQ(tally.places().size(), wanted.size());
    for (const std::uint32_t place : tally.places()) {
      EXPECT_EQ(tally.at(place).minima, wanted[tally.at(place).page]);
      EXPECT_EQ(tally.at(place).lead, 0U);
      EXPECT_EQ(tally.at(place).rank, Tally::kUnranked);
    }
  }
}

}  // namespace
}  // namespace tamis::memory
