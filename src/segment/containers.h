// SPDX-License-Identifier: Apache-2.0
// The open block-level elements of the walk, and the containers that come of those that hold text.
#pragma once

#include "tamis/segment.h"

#include <vector>

namespace tamis::segment_detail {

class ContainerStack {
 public:
  ContainerStack(const Tree& tree, Blocks& out) : tree_(tree), out_(out) {}

  void open(NodeId element);
  ContainerId close();  // the container of the element that ends; kNone when it holds no text
  bool empty() const { return open_.empty(); }
  NodeId top() const { return open_.back().element; }

  // The innermost element as a container; it and its ancestors come into being here, since most
  // elements of a page hold no text.
  ContainerId materialise();

 private:
  struct Open {
    NodeId element;
    ContainerId container = kNone;
    std::uint32_t position = 0;           // see Container
    std::uint16_t columns = 1, rows = 1;  // see Container
    std::uint32_t next = 0;               // position of its next item or cell
  };
  Container make(const Open& level, ContainerId parent) const;

  const Tree& tree_;
  Blocks& out_;
  std::vector<Open> open_;
};

// After the walk: figures of every container from its blocks, runs of alike siblings, contexts.
void finish_containers(Blocks& page);

// The Context bits that an element gives to what stands in it.
std::uint32_t context_of(const Tree& tree, NodeId element);

}  // namespace tamis::segment_detail
