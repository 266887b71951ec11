// SPDX-License-Identifier: Apache-2.0
// Any text gives a well-formed Tree or an error.
#include "tamis/parse.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

void require(bool truth) {
  if (!truth) std::abort();
}

// Document order, nested spans, strings and attributes inside their arrays.
void check(const tamis::Tree& tree) {
  require(!tree.nodes.empty() && tree.nodes[0].tag == tamis::Tag::kHtml);
  require(tree.nodes[0].end == tree.nodes.size());
  std::vector<tamis::NodeId> open;
  for (tamis::NodeId id = 0; id < tree.nodes.size(); ++id) {
    const tamis::Node& node = tree.nodes[id];
    while (!open.empty() && tree.nodes[open.back()].end <= id) open.pop_back();
    require(node.parent == (open.empty() ? tamis::kNoNode : open.back()));
    require(node.end > id && (open.empty() || node.end <= tree.nodes[open.back()].end));
    if (tree.is_text(id)) {
      require(node.size > 0 && node.end == id + 1);
      require(node.begin + node.size <= tree.strings.size());
      continue;
    }
    require(node.begin + node.size <= tree.attributes.size());
    for (std::uint32_t i = 0; i < node.size; ++i) {
      const tamis::Attribute& attribute = tree.attributes[node.begin + i];
      require(attribute.begin + attribute.size <= tree.strings.size());
    }
    open.push_back(id);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  tamis::ParseLimits limits;
  limits.max_depth = 200;
  const tamis::Result<tamis::Tree> tree = tamis::parse(html, limits);
  if (tree) check(*tree);
  return 0;
}
