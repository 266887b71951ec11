// SPDX-License-Identifier: Apache-2.0
#include "tamis/forest.h"

namespace tamis {

double Forest::margin(std::span<const float> row) const {
  double sum = 0;
  for (std::uint32_t at : roots_) {
    while (nodes_[at].feature >= 0) {
      const Node& node = nodes_[at];
      at = row[static_cast<std::size_t>(node.feature)] <= node.threshold ? node.left : node.right;
    }
    sum += nodes_[at].value;
  }
  return sum;
}

std::vector<double> Forest::contributions(std::span<const float> row) const {
  std::vector<double> out(features_.size(), 0);
  for (std::uint32_t at : roots_) {
    while (nodes_[at].feature >= 0) {
      const Node& node = nodes_[at];
      const auto feature = static_cast<std::size_t>(node.feature);
      const std::uint32_t next = row[feature] <= node.threshold ? node.left : node.right;
      out[feature] += nodes_[next].value - node.value;
      at = next;
    }
  }
  return out;
}

}  // namespace tamis
