// SPDX-License-Identifier: Apache-2.0
// The states of the search for shifted text (shift_search.h).
#pragma once

#include "repair/bigrams.h"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace tamis::repairing {

enum class Step : std::uint8_t { kStart, kCopy, kStrip, kShift, kQuote, kGiveUp };

// One way to read the tokens up to here, as a link to the way without the last.
struct Node {
  Cost cost = 0;
  Cost margin = 1 << 20;  // to the closest way that merged into this one
  std::uint32_t parent = 0;
  std::uint32_t token = 0;   // the one that was read last
  char32_t last = 0;         // the last character written
  Bigrams::Index index = 0;  // of it, simplified
  std::uint8_t owed = 0;     // first byte of the next character; 0: aligned
  std::uint8_t lost = 0;     // pairs assumed lost
  std::uint8_t quote = 0;    // characters that a step of kQuote still promises
  Step step = Step::kStart;
  std::array<char32_t, 4> out{};  // what this step wrote
};

// The ways that are still open, the best of each state; nodes stay for the way back.
class Beam {
 public:
  void start(const Node& node);
  void offer(Node node);  // for the next round
  // The next round becomes the current one. False: nobody is left.
  bool turn();

  const std::vector<std::uint32_t>& open() const { return open_; }  // cheapest first
  const Node& node(std::uint32_t n) const { return nodes_[n]; }
  // How much dearer the second best is that is owed another byte, or stands elsewhere.
  Cost lead() const;

 private:
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> open_;
  std::vector<Node> next_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_state_;  // into next_
};

}  // namespace tamis::repairing
