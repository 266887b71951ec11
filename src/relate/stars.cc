// SPDX-License-Identifier: Apache-2.0
#include "relate/stars.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tamis::relating {

namespace {

// Union-find with the smallest node as root.
class Parts {
 public:
  explicit Parts(std::uint32_t nodes) : parent_(nodes) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }
  std::uint32_t root(std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }
  void join(std::uint32_t x, std::uint32_t y) {
    x = root(x);
    y = root(y);
    parent_[std::max(x, y)] = std::min(x, y);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

bool known(const std::vector<Pair>& duplicates, std::uint32_t x, std::uint32_t y) {
  return std::binary_search(duplicates.begin(), duplicates.end(),
                            Pair{std::min(x, y), std::max(x, y)});
}

// Splits what is left (without the keeper) into the keeper's duplicates and the rest.
Star take_star(const StarProblem& problem, bool full, std::vector<std::uint32_t>& left) {
  Star star;
  star.keeper = left.front();
  std::vector<std::uint32_t> rest, unknown;
  for (std::size_t i = 1; i < left.size(); ++i) {
    if (known(problem.duplicates, star.keeper, left[i])) {
      star.members.push_back(left[i]);
    } else {
      (full ? unknown : rest).push_back(left[i]);
    }
  }
  if (!unknown.empty()) {
    const std::vector<bool> is_duplicate = problem.compare(star.keeper, unknown);
    for (std::size_t i = 0; i < unknown.size(); ++i) {
      (is_duplicate[i] ? star.members : rest).push_back(unknown[i]);
    }
  }
  std::sort(star.members.begin(), star.members.end());
  std::sort(rest.begin(), rest.end(), problem.before);
  left = std::move(rest);
  return star;
}

}  // namespace

std::vector<Star> make_stars(const StarProblem& problem) {
  Parts parts(problem.nodes);
  for (const auto& [x, y] : problem.duplicates) parts.join(x, y);
  std::map<std::uint32_t, std::vector<std::uint32_t>> nodes_of;
  std::vector<bool> has_pair(problem.nodes, false);
  for (const auto& [x, y] : problem.duplicates) has_pair[x] = has_pair[y] = true;
  for (std::uint32_t node = 0; node < problem.nodes; ++node) {
    if (has_pair[node]) nodes_of[parts.root(node)].push_back(node);
  }
  std::vector<Star> stars;
  for (auto& [root, left] : nodes_of) {
    std::sort(left.begin(), left.end(), problem.before);
    for (int round = 0; left.size() > 1; ++round) {
      Star star = take_star(problem, round < kFullRounds, left);
      if (!star.members.empty()) stars.push_back(std::move(star));
    }
  }
  return stars;
}

}  // namespace tamis::relating
