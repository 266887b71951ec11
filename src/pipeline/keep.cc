// SPDX-License-Identifier: Apache-2.0
#include "pipeline/keep.h"

#include <cstddef>

namespace tamis::pipeline {

namespace {

// Does `other` stay rather than `chosen`? Of equals the keeper, which is asked first, stays.
bool is_better(const Entry& other, const Entry& chosen, Keep keep) {
  if (keep == Keep::kLongest) return other.characters > chosen.characters;
  if (keep != Keep::kEarliest || other.date.empty()) return false;
  return chosen.date.empty() || other.date < chosen.date;
}

std::uint32_t chosen_of(const Cluster& cluster, const std::vector<Entry>& entries, Keep keep) {
  std::uint32_t chosen = cluster.keeper;
  for (const ClusterMember& member : cluster.members) {
    if (is_better(entries[member.entry], entries[chosen], keep)) chosen = member.entry;
  }
  return chosen;
}

}  // namespace

std::vector<std::uint32_t> kept_entries(const std::vector<Entry>& entries,
                                        const std::vector<Cluster>& clusters, Keep keep) {
  std::vector<bool> stays(entries.size(), true);
  if (keep != Keep::kAll) {
    for (const Cluster& cluster : clusters) {
      for (const ClusterMember& member : cluster.members) stays[member.entry] = false;
      stays[cluster.keeper] = false;
      stays[chosen_of(cluster, entries, keep)] = true;
    }
  }
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i < stays.size(); ++i) {
    if (stays[i]) kept.push_back(static_cast<std::uint32_t>(i));
  }
  return kept;
}

}  // namespace tamis::pipeline
