// SPDX-License-Identifier: Apache-2.0
#include "parse/tree_builder.h"

#include <cstdint>
#include <utility>

namespace tamis::parsing {

namespace {

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

bool is_verbatim(Tag tag) {
  return tag == Tag::kPre || tag == Tag::kTextarea;
}

// Stands in the line like a letter, even when it is empty.
bool is_replaced(Tag tag) {
  switch (tag) {
    case Tag::kInput:
    case Tag::kButton:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kImg:
    case Tag::kPicture:
    case Tag::kSvg:
    case Tag::kMath: return true;
    default: return false;
  }
}

std::uint32_t narrow(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

}  // namespace

// White space between elements is held back until something of the same line follows it.
void TreeBuilder::flush_space() {
  if (pending_space_) append(" ");
  pending_space_ = false;
}

void TreeBuilder::open(Tag tag) {
  if (is_inline(tag)) {
    flush_space();
    if (is_replaced(tag)) after_block_ = false;
  } else {
    pending_space_ = false;
    after_block_ = true;
  }
  text_ = kNoNode;
  Node node;
  node.tag = tag;
  node.parent = current_;
  node.begin = narrow(tree_.attributes.size());
  current_ = narrow(tree_.nodes.size());
  tree_.nodes.push_back(node);
  verbatim_ += is_verbatim(tag);
}

void TreeBuilder::attribute(AttributeName name, std::string_view value) {
  tree_.attributes.push_back({name, narrow(tree_.strings.size()), narrow(value.size())});
  tree_.strings.append(value);
  ++tree_.nodes[current_].size;
}

void TreeBuilder::text(std::string_view text) {
  if (text.empty()) return;
  if (text_ == kNoNode && verbatim_ == 0 && is_white(text)) {
    pending_space_ = !after_block_;
    return;
  }
  flush_space();
  append(text);
  after_block_ = false;
}

void TreeBuilder::append(std::string_view text) {
  if (text_ == kNoNode) {
    Node node;
    node.parent = current_;
    node.begin = narrow(tree_.strings.size());
    text_ = narrow(tree_.nodes.size());
    node.end = text_ + 1;
    tree_.nodes.push_back(node);
  }
  tree_.nodes[text_].size += narrow(text.size());
  tree_.strings.append(text);
}

void TreeBuilder::close() {
  const Tag tag = tree_.nodes[current_].tag;
  if (is_inline(tag)) {
    flush_space();
  } else {
    pending_space_ = false;
    after_block_ = true;
  }
  text_ = kNoNode;
  Node& node = tree_.nodes[current_];
  node.end = narrow(tree_.nodes.size());
  verbatim_ -= is_verbatim(tag);
  current_ = node.parent;
}

Tree TreeBuilder::finish() {
  return std::move(tree_);
}

}  // namespace tamis::parsing
