// SPDX-License-Identifier: Apache-2.0
// Claims of a snippet of HTML, for the tests of this folder.
#pragma once

#include "tamis/head.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace tamis::head {

inline Head head_of(std::string_view html) {
  Result<Tree> tree = parse(html, {});
  EXPECT_TRUE(tree.has_value());
  return tree ? read_head(*tree) : Head{};
}

inline Head head_of_json(const std::string& json) {
  Tree tree;
  tree.nodes.push_back({Tag::kHtml, kNoNode, 1, 0, 0});
  tree.json_ld.push_back(json);
  return read_head(tree);
}

inline std::vector<std::string> values(const std::vector<Claim>& claims) {
  std::vector<std::string> out;
  for (const Claim& claim : claims) out.push_back(claim.value);
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace tamis::head
