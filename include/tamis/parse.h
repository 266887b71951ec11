// SPDX-License-Identifier: Apache-2.0
// parse: HTML text to a Tree of our own: three flat arrays in document order.
//
//   tamis::Result<tamis::Tree> tree = tamis::parse(text.utf8, {});
//   for (tamis::NodeId child = tree->first_child(0); child != tamis::kNoNode;
//        child = tree->next_sibling(child)) ...
#pragma once

#include "tamis/result.h"
#include "tamis/tags.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xffffffff;

struct Attribute {
  AttributeName name;
  std::uint32_t begin, size;  // span of Tree::strings
};

struct Node {
  Tag tag = Tag::kText;  // kText: a run of character data
  NodeId parent = kNoNode;
  NodeId end = 0;  // one past the last descendant: the nodes are in document order
  std::uint32_t begin = 0, size = 0;  // text: span of Tree::strings; element: of Tree::attributes
};

inline constexpr std::size_t kMostPayloads = 16, kPayloadBytes = 4u << 20;

// Move-only in practice (it is large). Node 0 is <html>; scripts, styles, comments and templates
// are not in it. Attributes are those of tags.h; others are dropped.
class Tree {
 public:
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::string strings;
  std::vector<std::string> noscript;  // contents of <noscript>, as written; not in the nodes
  std::vector<std::string> json_ld;   // <script type="application/ld+json">, in order, as written
  // Scripts that hold the page's data, as written: application/json, and those that begin with
  // "window.__NAME__ =". At most kMostPayloads of them and kPayloadBytes in all.
  std::vector<std::string> payloads;

  NodeId first_child(NodeId node) const { return nodes[node].end > node + 1 ? node + 1 : kNoNode; }
  NodeId next_sibling(NodeId node) const {
    NodeId parent = nodes[node].parent, next = nodes[node].end;
    return parent != kNoNode && next < nodes[parent].end ? next : kNoNode;
  }
  bool is_text(NodeId node) const { return nodes[node].tag == Tag::kText; }
  std::string_view text(NodeId node) const {
    return std::string_view(strings).substr(nodes[node].begin, nodes[node].size);
  }
  // The attribute's value, empty when it is absent or empty; see has_attribute.
  std::string_view attribute(NodeId node, AttributeName name) const;
  bool has_attribute(NodeId node, AttributeName name) const;
};

struct ParseLimits {
  std::uint32_t max_bytes = 16u << 20;
  std::uint32_t max_depth = 1000;                // open elements at once
  std::uint32_t max_nodes = 1u << 19;            // tags and text runs, copies of elements included
  std::uint32_t max_attributes = 256;            // on one element
  std::uint32_t max_attribute_bytes = 4u << 20;  // one value, kept or not (inline images are long)
  // Quadratic cost: the open elements at each tag, what closing it walks and moves, and a sixteenth
  // of them for each byte of text in formatting elements. 10^8 is below a second of CPU.
  std::uint64_t max_steps = 100'000'000;
  bool skim = true;  // false: hand the parser everything (tests only)
};

// Fails only on a limit, each with its own ErrorKind, before the parser behind it sees the page;
// behind it stand two more guards, on the memory of its tree and on the depth of misnested ones.
// Pure; any thread. Cost: linear in the bytes, and bounded by max_steps where trees are deep.
Result<Tree> parse(std::string_view html, const ParseLimits& limits);

}  // namespace tamis
