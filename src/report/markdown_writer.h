// SPDX-License-Identifier: Apache-2.0
// Blocks of markdown inside quotes and list items: what stands before each line, and where a blank
// line parts two blocks.
#pragma once

#include "tamis/assemble.h"

#include <span>
#include <string>
#include <vector>

namespace tamis::report {

class MarkdownWriter {
 public:
  // `lines` make one block that stands in `frames`, outermost first (cells and code are no frames
  // here). `paragraph`: text only, so that the next item may follow without a blank line.
  void block(std::span<const Frame> frames, const std::vector<std::string>& lines, bool paragraph);

  std::string take() { return std::move(out_); }

 private:
  struct Level {
    Frame frame;
    std::string opening;  // "> ", "- ", "12. "
  };

  bool next_item(const Frame& frame, std::size_t common) const;
  bool item_in_item(const Frame& frame, std::size_t common) const;
  std::string opening_of(const Frame& frame, std::size_t level) const;
  void add_line(std::size_t levels, std::string_view line, std::size_t opened);

  std::string out_;
  std::vector<Level> levels_;  // of the last block
  bool last_tight_ = false;    // the last block began an item and was a paragraph
};

}  // namespace tamis::report
