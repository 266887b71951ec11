// SPDX-License-Identifier: Apache-2.0
// Gumbo behind our Tree: no Gumbo type leaves gumbo_tree.cc.
#pragma once

#include "parse/set_aside.h"
#include "tamis/parse.h"

#include <cstddef>
#include <string_view>

namespace tamis::parsing {

// Fails with kTooManyNodes when Gumbo would need more than `memory` bytes, and with kTooDeep when
// the tree is deeper than `max_depth`: misnested tags can make it some times deeper than elements
// were ever open. The caller has checked depth, nodes and work: Gumbo itself has no limits.
Result<Tree> gumbo_tree(std::string_view html, const SetAside& aside, std::size_t memory,
                        std::size_t max_depth);

}  // namespace tamis::parsing
