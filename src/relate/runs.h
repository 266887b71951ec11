// SPDX-License-Identifier: Apache-2.0
// Runs: words of 64 bits in 256 parts, each part to be had alone, in the order in which its words
// came. What would take more than its memory is put on a shelf, a run of every part at a time.
#pragma once

#include "tamis/relate.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace tamis::relating {

class Runs {
 public:
  static constexpr std::size_t kParts = 256;

  // Without a shelf all stays in memory.
  Runs(std::uint64_t memory, std::unique_ptr<Shelf> shelf);

  void add(std::size_t part, std::uint64_t word) {
    Part& to = parts_[part];
    if (to.words.size() == to.words.capacity()) grow(to);
    to.words.push_back(word);
  }
  // Leaves the part empty.
  void take(std::size_t index, std::vector<std::uint64_t>& words);

 private:
  struct Run {
    std::uint64_t at = 0;
    std::size_t size = 0;  // words
  };
  struct Part {
    std::vector<std::uint64_t> words;  // behind those of the runs
    std::vector<Run> runs;
  };
  void grow(Part& part);
  void put_away();

  std::uint64_t memory_, held_ = 0;  // bytes
  std::unique_ptr<Shelf> shelf_;
  std::array<Part, kParts> parts_;
};

}  // namespace tamis::relating
