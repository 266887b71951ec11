// SPDX-License-Identifier: Apache-2.0
#include "repair/walk.h"

#include <algorithm>

namespace tamis::repairing {

namespace {
constexpr std::size_t kWidest = 200;
constexpr Cost kDeepest = 20 * kNat;  // dearer than the best by this much: hopeless
}  // namespace

void Beam::start(const Node& node) {
  nodes_.assign(1, node);
  open_.assign(1, 0);
  next_.clear();
  by_state_.clear();
}

void Beam::offer(Node node) {
  const std::uint64_t state = std::uint64_t{node.last} << 8 | node.owed;
  const auto [at, fresh] = by_state_.emplace(state, static_cast<std::uint32_t>(next_.size()));
  if (fresh) {
    next_.push_back(node);
    return;
  }
  Node& rival = next_[at->second];
  if (node.cost < rival.cost) std::swap(node, rival);
  rival.margin = std::min(rival.margin, node.cost - rival.cost);
}

bool Beam::turn() {
  std::vector<std::uint32_t> order(next_.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto cheaper = [&](std::uint32_t a, std::uint32_t b) {
    const Node &x = next_[a], &y = next_[b];
    if (x.cost != y.cost) return x.cost < y.cost;
    return x.last != y.last ? x.last < y.last : x.owed < y.owed;
  };
  const std::size_t kept = std::min(order.size(), kWidest);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    cheaper);
  open_.clear();
  for (std::size_t i = 0; i < kept; ++i) {
    const Node& node = next_[order[i]];
    if (node.cost > next_[order[0]].cost + kDeepest) break;
    open_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    nodes_.push_back(node);
  }
  next_.clear();
  by_state_.clear();
  return !open_.empty();
}

Cost Beam::lead() const {
  if (open_.size() < 2) return kDeepest;
  return nodes_[open_[1]].cost - nodes_[open_[0]].cost;
}

}  // namespace tamis::repairing
