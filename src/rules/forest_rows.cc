// SPDX-License-Identifier: Apache-2.0
// A forest over many rows: kLanes of them walk each tree together (in the manner of VPred, Asadi,
// Lin and de Vries 2014), since one row's next step waits for its last.
#include "tamis/forest.h"

#include <algorithm>
#include <limits>

namespace tamis {

namespace {

constexpr std::size_t kLanes = 8;

}  // namespace

void Forest::lay_out() {
  for (const std::uint32_t root : roots_) lay_out(root);
}

// Breadth first: a node's children get the next two places.
void Forest::lay_out(std::uint32_t root) {
  struct Place {
    std::uint32_t node, depth;
  };
  const auto begin = static_cast<std::uint32_t>(steps_.size());
  const auto none = static_cast<std::uint16_t>(features_.size());  // a column of zeros
  std::vector<Place> places = {{root, 0}};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Node& node = nodes_[places[i].node];
    if (node.feature < 0) {
      steps_.push_back(
          {std::numeric_limits<float>::infinity(), none, static_cast<std::uint16_t>(i)});
    } else {
      steps_.push_back({node.threshold, static_cast<std::uint16_t>(node.feature),
                        static_cast<std::uint16_t>(places.size())});
      places.push_back({node.left, places[i].depth + 1});
      places.push_back({node.right, places[i].depth + 1});
    }
    leaves_.push_back(node.value);
  }
  trees_.push_back({begin, places.back().depth});
}

std::vector<double> Forest::margins(std::span<const float* const> columns, std::size_t rows) const {
  const std::size_t width = features_.size() + 1;
  std::vector<float> lanes(kLanes * width, 0);
  std::vector<double> out(rows, 0);
  for (std::size_t row = 0; row < rows; row += kLanes) {
    const std::size_t used = std::min(kLanes, rows - row);
    for (std::size_t f = 0; f + 1 < width; ++f) {
      for (std::size_t lane = 0; lane < used; ++lane)
        lanes[lane * width + f] = columns[f][row + lane];
    }
    for (const Tree& tree : trees_) {
      const Step* const steps = steps_.data() + tree.begin;
      const double* const leaves = leaves_.data() + tree.begin;
      std::size_t at[kLanes] = {};
      for (std::uint32_t depth = 0; depth < tree.depth; ++depth) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          const Step& step = steps[at[lane]];
          const bool left = lanes[lane * width + step.feature] <= step.threshold;
          at[lane] = step.left + std::size_t{!left};
        }
      }
      for (std::size_t lane = 0; lane < used; ++lane) out[row + lane] += leaves[at[lane]];
    }
  }
  return out;
}

}  // namespace tamis
