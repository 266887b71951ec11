// SPDX-License-Identifier: Apache-2.0
// A forest over many rows without walking its trees: a test that fails strikes out the leaves on
// its left, and the first leaf that is left is the tree's (QuickScorer: Lucchese, Nardini, Orlando,
// Perego, Tonellotto and Venturini 2015). All tests of a tree are made, side by side for kLanes
// rows: no step waits for another.
#include "tamis/forest.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace tamis {

namespace {

constexpr std::size_t kMostLeaves = 32;  // bits of a mask

// Four lanes, which every processor that we build for has.
using Floats __attribute__((vector_size(16))) = float;
using Words __attribute__((vector_size(16))) = std::uint32_t;

// All bits of a lane, or none.
Words passed(const float* values, float threshold) {
  Floats four;
  std::memcpy(&four, values, sizeof four);
  return reinterpret_cast<Words>(four <= threshold);
}

}  // namespace

void Forest::lay_out() {
  for (const std::uint32_t root : roots_) {
    const auto test = static_cast<std::uint32_t>(tests_.size());
    const auto leaf = static_cast<std::uint32_t>(leaves_.size());
    lay_out(root, leaf);
    trees_.push_back({test, static_cast<std::uint32_t>(tests_.size()), leaf});
    if (leaves_.size() - leaf > kMostLeaves) wide_ = true;
  }
}

// The leaves below `at` from left to right; `first` is the tree's first of all.
void Forest::lay_out(std::uint32_t at, std::uint32_t first) {
  const Node& node = nodes_[at];
  if (node.feature < 0) {
    leaves_.push_back(node.value);
    return;
  }
  const std::size_t begin = leaves_.size() - first;
  lay_out(node.left, first);
  const std::size_t end = std::min(leaves_.size() - first, kMostLeaves);
  const std::uint64_t left = (std::uint64_t{1} << end) - (std::uint64_t{1} << std::min(begin, end));
  tests_.push_back({node.threshold, static_cast<std::uint32_t>(node.feature),
                    ~static_cast<std::uint32_t>(left)});
  lay_out(node.right, first);
}

// Adds to `sums` what each of kLanes rows reaches; values[i] are those of features()[i].
void Forest::add_margins(const std::vector<Lanes>& values, std::array<double, kLanes>& sums) const {
  for (const Tree& tree : trees_) {
    Words low = ~Words{}, high = ~Words{};  // the leaves that are left, of four rows each
    for (std::uint32_t t = tree.test; t < tree.tests_end; ++t) {
      const Test& test = tests_[t];
      const Lanes& value = values[test.feature];
      low &= passed(value.data(), test.threshold) | test.mask;
      high &= passed(value.data() + 4, test.threshold) | test.mask;
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const std::uint32_t left = lane < 4 ? low[lane] : high[lane - 4];
      sums[lane] += leaves_[tree.leaf + static_cast<std::size_t>(std::countr_zero(left))];
    }
  }
}

std::vector<double> Forest::margins(std::span<const float* const> columns, std::size_t rows) const {
  std::vector<double> out(rows, 0);
  std::vector<Lanes> values(features_.size(), Lanes{});
  std::vector<float> one(features_.size());
  for (std::size_t row = 0; row < rows; row += kLanes) {
    const std::size_t used = std::min(kLanes, rows - row);
    if (wide_) {
      for (std::size_t lane = 0; lane < used; ++lane) {
        for (std::size_t f = 0; f < one.size(); ++f) one[f] = columns[f][row + lane];
        out[row + lane] = margin(one);
      }
      continue;
    }
    for (std::size_t f = 0; f < values.size(); ++f) {
      std::copy_n(columns[f] + row, used, values[f].begin());
    }
    std::array<double, kLanes> sums{};
    add_margins(values, sums);
    std::copy_n(sums.begin(), used, out.begin() + static_cast<std::ptrdiff_t>(row));
  }
  return out;
}

}  // namespace tamis
