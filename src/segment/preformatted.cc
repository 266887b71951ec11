// SPDX-License-Identifier: Apache-2.0
#include "segment/preformatted.h"

#include "segment/role.h"

#include <vector>

namespace tamis::segment_detail {

namespace {

void end_line(std::string& out) {
  if (!out.empty() && out.back() != '\n') out += '\n';
}

void trim_lines(std::string& text) {
  text.erase(text.find_last_not_of(" \t\n") + 1);
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return text.clear();
  const std::size_t line = text.rfind('\n', first);
  if (line != std::string::npos) text.erase(0, line + 1);
}

}  // namespace

std::string preformatted_text(const Tree& tree, NodeId pre) {
  std::string out;
  std::vector<NodeId> ends;  // of the open block-level elements
  for (NodeId node = pre + 1; node < tree.nodes[pre].end;) {
    while (!ends.empty() && ends.back() <= node) {
      end_line(out);
      ends.pop_back();
    }
    const Node& at = tree.nodes[node];
    ++node;
    if (at.tag == Tag::kText) {
      out += std::string_view(tree.strings).substr(at.begin, at.size);
      continue;
    }
    switch (role_of(at.tag)) {
      case Role::kSkipped: node = at.end; break;
      case Role::kBreak: out += '\n'; break;
      case Role::kInline: break;
      case Role::kBlock:
        end_line(out);
        ends.push_back(at.end);
        break;
    }
  }
  trim_lines(out);
  return out;
}

}  // namespace tamis::segment_detail
