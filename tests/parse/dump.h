// SPDX-License-Identifier: Apache-2.0
// A Tree as one line, for assertions: (tag name="value" ... children), texts in quotes.
#pragma once

#include "parse/names.h"
#include "tamis/parse.h"

#include <string>

namespace tamis::testing {

inline std::string dump(const Tree& tree) {
  std::string out;
  std::vector<NodeId> open;
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    while (!open.empty() && tree.nodes[open.back()].end <= id) {
      out += ')';
      open.pop_back();
    }
    if (id > 0) out += ' ';
    if (tree.is_text(id)) {
      out.append("\"").append(tree.text(id)).append("\"");
      continue;
    }
    out.append("(").append(tag_name(tree.nodes[id].tag));
    for (std::uint32_t i = 0; i < tree.nodes[id].size; ++i) {
      const Attribute& attribute = tree.attributes[tree.nodes[id].begin + i];
      out.append(" ").append(parsing::attribute_name(attribute.name)).append("=\"");
      out.append(tree.strings, attribute.begin, attribute.size).append("\"");
    }
    open.push_back(id);
  }
  out.append(open.size(), ')');
  return out;
}

}  // namespace tamis::testing
