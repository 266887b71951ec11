// SPDX-License-Identifier: Apache-2.0
// Fills a Tree in document order: open, attribute..., text, close. Text runs that only a dropped
// element or comment parted are one; white space at the edge of a block is left out.
#pragma once

#include "tamis/parse.h"

#include <string_view>

namespace tamis::parsing {

class TreeBuilder {
 public:
  void open(Tag tag);
  void attribute(AttributeName name, std::string_view value);  // of the element just opened
  void text(std::string_view text);
  void close();
  Tree finish();

 private:
  void append(std::string_view text);
  void flush_space();

  Tree tree_;
  NodeId current_ = kNoNode;  // the innermost open element
  NodeId text_ = kNoNode;     // the text run that may still grow
  bool after_block_ = true;   // at the start of a line: white space here is not seen
  bool pending_space_ = false;
  unsigned verbatim_ = 0;  // open <pre> and <textarea>
};

}  // namespace tamis::parsing
