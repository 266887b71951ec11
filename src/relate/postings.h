// SPDX-License-Identifier: Apache-2.0
// The inverted join: which texts share hashes of their winnowing.
#pragma once

#include "relate/hamming.h"
#include "relate/runs.h"
#include "tamis/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tamis::relating {

// A shared hash weighs the more the fewer have it: twelve when only two do, one when hundreds do.
struct JoinOptions {
  // Nodes that one node looks at, by its rarest hashes first; a long text that collects nothing
  // needs to see fewer, since what is alike shares rare ones.
  std::uint32_t budget = 8192, budget_long = 2048;
  std::uint32_t anchors = 32;   // ... of a hash too common for what is left of it: the first nodes
  std::uint32_t most_cut = 16;  // such hashes of a node that are looked at
  // What a pair shares: one of them dense, to which a hash is enough if it has that weight ...
  std::uint32_t least = 2, least_weight = 8;
  std::uint32_t least_long = 3, least_weight_long = 12;  // ... both long
  std::uint32_t dense_part = 20;  // ... or of the hashes of a dense text one in this many
  // ... and a hash for so many letters of the shorter one, when neither may collect: both long, one
  // dense, both.
  std::uint32_t letters_long = 144, letters_mixed = 34, letters_dense = 24;
  std::uint32_t partners = 48;  // pairs of a node that are kept: those of most weight
  // Of a dense node so many whatever their weight; a hash counts so much beside it.
  std::uint32_t best = 16, worth_of_hash = 2;
  int threads = 1;
};

// What the join knows of a node's text.
struct JoinText {
  std::uint32_t letters : 31 = 0;
  std::uint32_t may_collect : 1 = 1;
  bool is_dense() const { return letters <= kDense; }
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

  // The hashes of a node as Fingerprint::minima has them. Nodes in ascending order, below 2^30.
  void add(std::uint32_t node, std::span<const std::uint64_t> minima);

  // `texts` has every node. Uses the postings up.
  JoinResult join(const JoinOptions& options, const std::vector<JoinText>& texts);

 private:
  std::uint64_t memory_;
  Runs runs_;
};

}  // namespace tamis::relating
