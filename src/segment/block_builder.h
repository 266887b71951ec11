// SPDX-License-Identifier: Apache-2.0
// Collects the text between two block boundaries and makes the Block of it.
#pragma once

#include "tamis/segment.h"

#include <string>
#include <string_view>

namespace tamis::segment_detail {

class BlockBuilder {
 public:
  explicit BlockBuilder(Blocks& out) : out_(out) {}

  // Inline state around the text that follows.
  void open_link(std::string_view href);
  void close_link() {
    --link_depth_;
    after_link_ = true;
  }
  void open_bold() { ++bold_depth_; }
  void close_bold() { --bold_depth_; }
  void add_names(std::string_view class_value, std::string_view id_value);

  void add_text(std::string_view text, NodeId node);
  void add_preformatted(std::string_view text, NodeId node, ContainerId container, Tag tag);
  // A <br>: whether it is a boundary shows only with the text behind it.
  void add_break() { ++breaks_; }

  // True when text is waiting, so that flush() will make a block.
  bool has_text() const { return !text_.empty(); }
  void flush(ContainerId container, Tag tag);
  // The same where waiting breaks are the boundary: the next block knows of them.
  void flush_line(ContainerId container, Tag tag);

  // Decides waiting breaks before `next` is added; true: the text so far is a block of its own.
  bool break_before(std::string_view next) const;

 private:
  void count(std::string_view text);

  Blocks& out_;
  std::string text_, names_;
  std::vector<std::string> hrefs_;
  TextStats stats_;
  NodeId first_node_ = kNoNode, last_node_ = kNoNode;
  float bold_units_ = 0;
  int link_depth_ = 0, bold_depth_ = 0, breaks_ = 0;
  int breaks_before_ = 0;  // between the last block and the text that is being collected
  bool in_word_ = false, space_ = false, after_link_ = false;
};

// The marks that a finished text has, whatever it was made from.
void finish_block(Block& block);

}  // namespace tamis::segment_detail
