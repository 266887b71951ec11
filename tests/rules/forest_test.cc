// SPDX-License-Identifier: Apache-2.0
#include "tamis/forest.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

const std::string kHead = "# a comment\ntamis-forest 1\nfeatures 2\nlength\nlinks\ntrees 2\n";
const std::string kTrees = "tree 5\n0 10 1 2 0.1\n-1\n1 0.5 3 4 0.7\n2\n-0.5\ntree 1\n0.25\n";

double margin(float length, float links) {
  const float row[] = {length, links};
  return Forest::parse(kHead + kTrees, "rules/x.model").margin(row);
}

TEST(Forest, AddsTheLeavesThatTheRowReaches) {
  EXPECT_DOUBLE_EQ(margin(10, 0), -0.75);  // a value equal to the threshold goes left
  EXPECT_DOUBLE_EQ(margin(11, 0.5F), 2.25);
  EXPECT_DOUBLE_EQ(margin(11, 0.6F), -0.25);
}

TEST(Forest, ContributionsAddUpToTheMargin) {
  const Forest forest = Forest::parse(kHead + kTrees, "rules/x.model");
  const float row[] = {11, 0.6F};
  const std::vector<double> adds = forest.contributions(row);
  EXPECT_NEAR(forest.bias() + adds[0] + adds[1], forest.margin(row), 1e-12);
  EXPECT_NEAR(adds[0], 0.6, 1e-12);
  EXPECT_NEAR(adds[1], -1.2, 1e-12);
}

struct Broken {
  const char* text;
  const char* says;
};

class BrokenForest : public testing::TestWithParam<Broken> {};

TEST_P(BrokenForest, IsRefusedWithItsLine) {
  try {
    Forest::parse(GetParam().text, "rules/x.model");
    FAIL() << "no exception";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find(GetParam().says), std::string::npos)
        << failure.what();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, BrokenForest,
    testing::Values(
        Broken{"", "rules/x.model:0: expected 'tamis-forest N'"},
        Broken{"tamis-forest 2\n", "rules/x.model:1: this forest is of another version"},
        Broken{"tamis-forest 1\nfeatures 0\n", "rules/x.model:2: a forest has 1"},
        Broken{"tamis-forest 1\nfeatures x\n", "rules/x.model:2: 'x' is not the number"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 3\n0 1 1 2 0\n1\nnan\n",
               "rules/x.model:8: a number that is not finite"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 3\n1 1 1 2 0\n",
               "rules/x.model:6: there is no feature 1"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 3\n0 1 0 2 0\n",
               "rules/x.model:6: a child must stand behind"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 3\n0 1 1 3 0\n",
               "rules/x.model:6: a child must stand behind"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 1\n", "is not the number"},
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 1\n1\nmore\n",
               "rules/x.model:7: there is more behind"}));

}  // namespace
}  // namespace tamis
