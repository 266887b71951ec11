// SPDX-License-Identifier: Apache-2.0
// What segment sees of a Tree: texts (white space folded) with the tags they stand in, and empty
// elements. Two trees with the same lines are the same page to every later stage.
#pragma once

#include "base/utf8.h"
#include "tamis/parse.h"

#include <string>
#include <vector>

namespace tamis::testing {

inline std::vector<std::string> flat(const Tree& tree) {
  std::vector<std::string> lines;
  std::vector<std::string> paths(tree.nodes.size());
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    const Node& node = tree.nodes[id];
    const std::string path = node.parent == kNoNode ? "" : paths[node.parent];
    if (tree.is_text(id)) {
      const std::string text = base::collapse_space(tree.text(id));
      if (!text.empty()) lines.push_back(path + " " + text);
      continue;
    }
    paths[id] = path + "/" + tag_name(node.tag);
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const Attribute& a = tree.attributes[node.begin + i];
      paths[id] += "[" + std::to_string(static_cast<int>(a.name)) + "=" +
                   tree.strings.substr(a.begin, a.size) + "]";
    }
    if (node.end == id + 1) lines.push_back(paths[id]);
  }
  return lines;
}

}  // namespace tamis::testing
