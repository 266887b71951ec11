// SPDX-License-Identifier: Apache-2.0
#include "tamis/forest.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

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

// A forest of random trees, some of them chains, as text.
std::string made_forest(std::mt19937& dice, int features, int trees, unsigned most_tests) {
  std::string text = "tamis-forest 1\nfeatures " + std::to_string(features) + "\n";
  for (int f = 0; f < features; ++f) text += "f" + std::to_string(f) + "\n";
  text += "trees " + std::to_string(trees) + "\n";
  for (int t = 0; t < trees; ++t) {
    const int inner = static_cast<int>(dice() % most_tests);
    std::vector<std::string> lines;
    // Node i's children: the next inner node, and a leaf behind all inner nodes; the last has two.
    for (int i = 0; i < inner; ++i) {
      const std::string leaf = std::to_string(inner + i);
      const std::string next = std::to_string(i + 1 < inner ? i + 1 : 2 * inner);
      lines.push_back(std::to_string(dice() % static_cast<unsigned>(features)) + " " +
                      std::to_string(dice() % 10) + " " + (i % 2 == 0 ? next : leaf) + " " +
                      (i % 2 == 0 ? leaf : next) + " 0.5");
    }
    for (int i = 0; i <= inner; ++i) lines.push_back(std::to_string(dice() % 100) + ".5");
    text += "tree " + std::to_string(lines.size()) + "\n";
    for (const std::string& line : lines) text += line + "\n";
  }
  return text;
}

// Trees of up to `most_tests` tests, one row and many rows at a time.
void expect_rows_to_say_what_each_says(unsigned most_tests) {
  std::mt19937 dice(5);
  const int features = 7;
  const Forest forest = Forest::parse(made_forest(dice, features, 40, most_tests), "rules/x.model");
  for (const std::size_t rows : {0, 1, 7, 8, 9, 40}) {
    std::vector<std::vector<float>> values(features, std::vector<float>(rows));
    std::vector<const float*> columns;
    for (auto& column : values) {
      for (float& value : column) value = static_cast<float>(dice() % 10);
      if (rows == 9) column[3] = std::numeric_limits<float>::quiet_NaN();
      columns.push_back(column.data());
    }
    const std::vector<double> margins = forest.margins(columns, rows);
    ASSERT_EQ(margins.size(), rows);
    for (std::size_t r = 0; r < rows; ++r) {
      std::vector<float> row;
      row.reserve(values.size());
      for (const auto& column : values) row.push_back(column[r]);
      EXPECT_EQ(margins[r], forest.margin(row)) << r << " of " << rows;
    }
  }
}

TEST(Forest, ManyRowsSayWhatEachSays) {
  expect_rows_to_say_what_each_says(30);
}

TEST(Forest, SoDoTreesOfMoreLeavesThanAMaskHasBits) {
  expect_rows_to_say_what_each_says(32);
  expect_rows_to_say_what_each_says(90);
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
        Broken{"tamis-forest 1\nfeatures 1\na\ntrees 1\ntree 3\n0 1 2 2 0\n1\n1\n",
               "rules/x.model:6: node 2 has two parents"},
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
