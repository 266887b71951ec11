// SPDX-License-Identifier: Apache-2.0
#include "tamis/segment.h"

#include "segment/block_builder.h"
#include "segment/containers.h"
#include "segment/preformatted.h"
#include "segment/role.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tamis {

namespace {

using segment_detail::BlockBuilder;
using segment_detail::ContainerStack;

using segment_detail::preformatted_text;
using segment_detail::Role;
using segment_detail::role_of;

// One walk in document order; the nodes that are open are those whose end lies ahead.
class Walk {
 public:
  Walk(const Tree& tree, Blocks& out) : tree_(tree), out_(out), builder_(out), stack_(tree, out) {}

  void run() {
    for (NodeId node = 0; node < tree_.nodes.size();) {
      close_until(node);
      node = enter(node);
    }
    close_until(static_cast<NodeId>(tree_.nodes.size()));
    flush();
  }

 private:
  NodeId enter(NodeId node) {
    const Node& at = tree_.nodes[node];
    if (at.tag == Tag::kText) {
      add_text(node);
      return node + 1;
    }
    switch (role_of(at.tag)) {
      case Role::kSkipped: return at.end;
      case Role::kBreak: builder_.add_break(); break;
      case Role::kInline: open_inline(node); break;
      case Role::kBlock:
        flush();
        stack_.open(node);
        open_.push_back(node);
        preformatted_ += at.tag == Tag::kPre;
        break;
    }
    return node + 1;
  }

  void open_inline(NodeId node) {
    const Tag tag = tree_.nodes[node].tag;
    builder_.add_names(tree_.attribute(node, AttributeName::kClass),
                       tree_.attribute(node, AttributeName::kId));
    if (tag == Tag::kA && tree_.has_attribute(node, AttributeName::kHref)) {
      builder_.open_link(tree_.attribute(node, AttributeName::kHref));
    } else if (tag == Tag::kB || tag == Tag::kStrong) {
      builder_.open_bold();
    } else {
      return;
    }
    open_.push_back(node);
  }

  void close_until(NodeId node) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= node) {
      const Tag tag = tree_.nodes[open_.back()].tag;
      open_.pop_back();
      if (tag == Tag::kA) {
        builder_.close_link();
      } else if (tag == Tag::kB || tag == Tag::kStrong) {
        builder_.close_bold();
      } else {
        flush();
        close_block(tag);
      }
    }
  }

  void close_block(Tag tag) {
    const NodeId element = stack_.top();
    const ContainerId container = stack_.close();
    if (tag != Tag::kPre || --preformatted_ > 0 || container == kNone) return;
    std::string text = preformatted_text(tree_, element);
    if (!text.empty()) out_.preformatted.push_back({container, std::move(text)});
  }

  void add_text(NodeId node) {
    if (stack_.empty()) return;
    const std::string_view text = tree_.text(node);
    if (preformatted_ > 0 && text.find('\n') != std::string_view::npos) {
      builder_.add_preformatted(text, node, stack_.materialise(), tree_.nodes[stack_.top()].tag);
      return;
    }
    if (builder_.break_before(text)) {
      builder_.flush_line(stack_.materialise(), tree_.nodes[stack_.top()].tag);
    }
    builder_.add_text(text, node);
  }

  void flush() {
    if (builder_.has_text()) {
      builder_.flush(stack_.materialise(), tree_.nodes[stack_.top()].tag);
    } else {
      builder_.flush(kNone, Tag::kOther);
    }
  }

  const Tree& tree_;
  Blocks& out_;
  BlockBuilder builder_;
  ContainerStack stack_;
  std::vector<NodeId> open_;  // elements whose end the walk must see
  int preformatted_ = 0;
};

}  // namespace

Blocks segment(const Tree& tree) {
  Blocks out;
  Walk(tree, out).run();
  segment_detail::finish_containers(out);
  return out;
}

std::string block_path(const Blocks& blocks, BlockId block) {
  std::vector<ContainerId> chain;
  for (ContainerId c = blocks.blocks[block].container; c != kNone;
       c = blocks.containers[c].parent) {
    chain.push_back(c);
  }
  std::reverse(chain.begin(), chain.end());
  std::string path;
  for (const ContainerId step : chain) {
    if (!path.empty()) path += '/';
    path += blocks.containers[step].path_step;
  }
  return path;
}

}  // namespace tamis
