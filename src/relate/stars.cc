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

// Takes the best of what is left and all its duplicates; the order of the rest stays.
Star take_star(const StarProblem& problem, std::vector<std::uint32_t>& left) {
  Star star;
  star.keeper = left.front();
  std::vector<std::uint32_t> rest, unknown;
  for (std::size_t i = 1; i < left.size(); ++i) {
    (known(problem.duplicates, star.keeper, left[i]) ? star.members : unknown).push_back(left[i]);
  }
  if (!unknown.empty()) {
    const std::vector<bool> is_duplicate = problem.compare(star.keeper, unknown);
    for (std::size_t i = 0; i < unknown.size(); ++i) {
      (is_duplicate[i] ? star.members : rest).push_back(unknown[i]);
    }
  }
  std::sort(star.members.begin(), star.members.end());
  left = std::move(rest);
  return star;
}

// Stars of the known pairs only, in one pass over what is left.
void take_known_stars(const StarProblem& problem, const std::vector<std::uint32_t>& left,
                      std::vector<Star>& stars) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> partners;  // of those that are left
  for (const std::uint32_t node : left) partners[node];
  for (const auto& [x, y] : problem.duplicates) {
    const auto of_x = partners.find(x), of_y = partners.find(y);
    if (of_x == partners.end() || of_y == partners.end()) continue;
    of_x->second.push_back(y);
    of_y->second.push_back(x);
  }
  for (const std::uint32_t keeper : left) {
    const auto of_keeper = partners.find(keeper);
    if (of_keeper == partners.end()) continue;
    Star star{keeper, {}};
    for (const std::uint32_t partner : of_keeper->second) {
      if (partners.erase(partner) > 0) star.members.push_back(partner);
    }
    partners.erase(keeper);
    std::sort(star.members.begin(), star.members.end());
    if (!star.members.empty()) stars.push_back(std::move(star));
  }
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
  std::vector<std::uint32_t> late;  // of all parts, after the full rounds
  for (auto& [root, left] : nodes_of) {
    std::sort(left.begin(), left.end(), problem.before);
    for (int round = 0; round < kFullRounds && left.size() > 1; ++round) {
      Star star = take_star(problem, left);
      if (!star.members.empty()) stars.push_back(std::move(star));
    }
    late.insert(late.end(), left.begin(), left.end());
  }
  std::sort(late.begin(), late.end(), problem.before);
  take_known_stars(problem, late, stars);
  return stars;
}

}  // namespace tamis::relating
