// SPDX-License-Identifier: Apache-2.0
#include "tamis/parse.h"

namespace tamis {

namespace {
const Attribute* find_attribute(const Tree& tree, NodeId node, AttributeName name) {
  const Node& element = tree.nodes[node];
  if (element.tag == Tag::kText) return nullptr;
  for (std::uint32_t i = 0; i < element.size; ++i) {
    const Attribute& attribute = tree.attributes[element.begin + i];
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}
}  // namespace

std::string_view Tree::attribute(NodeId node, AttributeName name) const {
  const Attribute* found = find_attribute(*this, node, name);
  if (found == nullptr) return {};
  return std::string_view(strings).substr(found->begin, found->size);
}

bool Tree::has_attribute(NodeId node, AttributeName name) const {
  return find_attribute(*this, node, name) != nullptr;
}

}  // namespace tamis
