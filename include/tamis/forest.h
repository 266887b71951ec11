// SPDX-License-Identifier: Apache-2.0
// Forest: a sum of small decision trees over named features, as rules/*.model holds it.
#pragma once

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

  // 1 / (1 + exp(-margin)).
  double probability(std::span<const float> row) const;

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
  std::string name_;
  std::vector<std::string> features_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
  double bias_ = 0;

  friend class ForestReader;
};

}  // namespace tamis
