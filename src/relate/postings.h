// SPDX-License-Identifier: Apache-2.0
// The inverted join: which texts share hashes of their winnowing.
#pragma once

#include "relate/hamming.h"
#include "relate/runs.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tamis::relating {

// A shared hash weighs the more the fewer have it: twelve when only two do, one when hundreds do.
struct JoinOptions {
  std::uint32_t budget = 6144;  // nodes that one node looks at, by its rarest hashes first
  std::uint32_t anchors = 32;   // ... of a hash too common for what is left of it: the first nodes
  std::uint32_t most_cut = 16;  // such hashes of a node that are looked at
  std::uint32_t least = 2, least_weight = 8;             // what a pair shares, one of them dense
  std::uint32_t least_long = 3, least_weight_long = 12;  // ... both long
  std::uint32_t dense_part = 20;  // ... and of the hashes of a dense text one in this many
  std::uint32_t partners = 48;    // pairs of a node that are kept: those of most weight
  std::uint32_t best = 8;         // of a dense node these whatever their weight
  int threads = 1;
};

struct JoinResult {
  std::vector<Pair> pairs;    // sorted, distinct
  std::uint64_t hashes = 0;   // that two nodes or more share
  std::uint64_t cut = 0;      // of these: too common for some node to look at all others
  std::uint64_t largest = 0;  // nodes of the most common one
};

class Postings {
 public:
  // Without a shelf all stays in memory.
  explicit Postings(std::uint64_t memory = 0, std::unique_ptr<Shelf> shelf = nullptr);

  // The hashes of a node as Fingerprint::minima has them. Nodes in ascending order, below 2^31.
  void add(std::uint32_t node, std::span<const std::uint64_t> minima);

  // `is_dense[node]`: the node kept all its hashes. Uses the postings up.
  JoinResult join(const JoinOptions& options, const std::vector<bool>& is_dense);

 private:
  std::uint64_t memory_;
  Runs runs_;
};

}  // namespace tamis::relating
