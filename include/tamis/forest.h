// SPDX-License-Identifier: Apache-2.0
// Forest: a sum of small decision trees over named features, as rules/*.model holds it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// Immutable once read; any number of threads may use it.
class Forest {
 public:
  // `name` is for messages ("rules/block.model"). Throws Failure naming file:line and the fault:
  // another version, a feature that does not exist, a tree that is no tree, a number that is none.
  static Forest parse(std::string_view text, const std::string& name);

  const std::string& name() const { return name_; }
  const std::vector<std::string>& features() const { return features_; }
  std::size_t tree_count() const { return roots_.size(); }

  // The sum of the leaves that `row` reaches; row[i] is the value of features()[i]. Trees are
  // added in order, in double: the same bits everywhere.
  double margin(std::span<const float> row) const;

  // The same of many rows, several side by side: out[r] for row r, columns[i][r] the value of
  // features()[i] there.
  std::vector<double> margins(std::span<const float* const> columns, std::size_t rows) const;

  // What each feature adds to the margin on the way down the trees (Saabas 2014): out[i] for
  // features()[i]. margin(row) = bias() + their sum.
  std::vector<double> contributions(std::span<const float> row) const;
  double bias() const { return bias_; }

 private:
  struct Node {
    std::int32_t feature;  // -1: a leaf
    float threshold;       // value <= threshold goes left
    std::uint32_t left, right;
    double value;  // mean of the leaves below, as training saw them; a leaf's own
  };
  // The nodes once more for margins(): of each tree its tests in any order and its leaves from left
  // to right. A test that fails leaves those of `mask`; a bit is a leaf.
  struct Test {
    float threshold;
    std::uint32_t feature;
    std::uint32_t mask;
  };
  struct Tree {
    std::uint32_t test, tests_end;
    std::uint32_t leaf;
  };
  static constexpr std::size_t kLanes = 8;  // rows side by side
  using Lanes = std::array<float, kLanes>;

  void lay_out();
  void lay_out(std::uint32_t at, std::uint32_t first);
  void add_margins(const std::vector<Lanes>& values, std::array<double, kLanes>& sums) const;

  std::string name_;
  std::vector<std::string> features_;
  std::vector<Node> nodes_;
  std::vector<Test> tests_;
  std::vector<double> leaves_;
  std::vector<Tree> trees_;
  bool wide_ = false;  // a tree has more leaves than a mask has bits
  std::vector<std::uint32_t> roots_;
  double bias_ = 0;

  friend class ForestReader;
};

}  // namespace tamis
