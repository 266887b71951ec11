// SPDX-License-Identifier: Apache-2.0
// The n-grams of every block as numbers: FILE.vocab has an n-gram a line, FILE.ids the numbers
// (uint32) of all blocks one after the other, FILE.ends where each block's end (uint64).
#pragma once

#include "score/block_grams.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace tamis::training {

class GramExport {
 public:
  explicit GramExport(const std::string& file)
      : vocabulary_(file + ".vocab"),
        ids_(file + ".ids", std::ios::binary),
        ends_(file + ".ends", std::ios::binary) {}

  void add(const std::string& gram) {
    const auto [at, fresh] = numbers_.emplace(gram, static_cast<std::uint32_t>(numbers_.size()));
    if (fresh) vocabulary_ << gram << "\n";
    block_.push_back(at->second);
  }

  void end_block() {
    std::sort(block_.begin(), block_.end());
    block_.erase(std::unique(block_.begin(), block_.end()), block_.end());
    ids_.write(reinterpret_cast<const char*>(block_.data()),
               static_cast<std::streamsize>(block_.size() * sizeof(std::uint32_t)));
    total_ += block_.size();
    ends_.write(reinterpret_cast<const char*>(&total_), sizeof total_);
    block_.clear();
  }

 private:
  std::ofstream vocabulary_, ids_, ends_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> block_;
  std::uint64_t total_ = 0;
};

inline void export_grams(const Blocks& blocks, GramExport& words, GramExport& names) {
  using score_detail::GramAsText;
  const auto add_name = [&](const std::string& gram) { names.add(gram); };
  for (const Block& block : blocks.blocks) {
    score_detail::each_word_gram<GramAsText>(block.text,
                                             [&](const std::string& gram) { words.add(gram); });
    words.end_block();
    if (blocks.from_text) continue;
    score_detail::each_inner_gram<GramAsText>(blocks, block, add_name);
    score_detail::each_level(blocks, block, [&](ContainerId element, int level) {
      score_detail::each_element_gram<GramAsText>(blocks.containers[element], level, add_name);
    });
    names.end_block();
  }
}

}  // namespace tamis::training
