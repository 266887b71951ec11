// SPDX-License-Identifier: Apache-2.0
#include "relate/stars.h"

#include <gtest/gtest.h>

namespace tamis::relating {
namespace {

using Nodes = std::vector<std::uint32_t>;

// Nodes are on a line; neighbours up to `reach` are duplicates. Smaller numbers keep.
StarProblem line_of(std::uint32_t nodes, std::uint32_t reach, std::uint64_t& compared) {
  StarProblem problem;
  problem.nodes = nodes;
  for (std::uint32_t i = 0; i + 1 < nodes; ++i) problem.duplicates.emplace_back(i, i + 1);
  problem.before = [](std::uint32_t x, std::uint32_t y) { return x < y; };
  problem.compare = [=, &compared](std::uint32_t keeper, const Nodes& others) {
    std::vector<bool> out;
    for (const std::uint32_t other : others) {
      out.push_back((other > keeper ? other - keeper : keeper - other) <= reach);
      ++compared;
    }
    return out;
  };
  return problem;
}

TEST(Stars, OfAChainAreNotTheChain) {
  std::uint64_t compared = 0;
  const std::vector<Star> stars = make_stars(line_of(7, 1, compared));
  ASSERT_EQ(stars.size(), 3u);
  EXPECT_EQ(stars[0].keeper, 0u);
  EXPECT_EQ(stars[0].members, Nodes{1});
  EXPECT_EQ(stars[1].keeper, 2u);
  EXPECT_EQ(stars[1].members, Nodes{3});
  EXPECT_EQ(stars[2].members, Nodes{5});
}

TEST(Stars, TakeInWhatNoCandidateLedToButTheComparisonConfirms) {
  std::uint64_t compared = 0;
  const std::vector<Star> stars = make_stars(line_of(7, 6, compared));
  ASSERT_EQ(stars.size(), 1u);
  EXPECT_EQ(stars[0].members, (Nodes{1, 2, 3, 4, 5, 6}));
}

TEST(Stars, OfALongChainTakeALinearNumberOfComparisons) {
  std::uint64_t compared = 0;
  const std::vector<Star> stars = make_stars(line_of(20000, 1, compared));
  EXPECT_EQ(stars.size(), 10000u);
  EXPECT_LE(compared, 20000u * kFullRounds);
}

TEST(Stars, OfSeparatePartsAreSeparate) {
  std::uint64_t compared = 0;
  StarProblem problem = line_of(6, 1, compared);
  problem.duplicates = {{0, 1}, {4, 5}};
  const std::vector<Star> stars = make_stars(problem);
  ASSERT_EQ(stars.size(), 2u);
  EXPECT_EQ(stars[1].keeper, 4u);
  EXPECT_EQ(compared, 0u);
}

TEST(Stars, OfNothingAreNone) {
  std::uint64_t compared = 0;
  EXPECT_TRUE(make_stars(line_of(0, 1, compared)).empty());
  EXPECT_TRUE(make_stars(line_of(1, 1, compared)).empty());
}

}  // namespace
}  // namespace tamis::relating
