// SPDX-License-Identifier: Apache-2.0
// Gumbo behind our Tree: no Gumbo type leaves gumbo_tree.cc.
#pragma once

#include "tamis/parse.h"

#include <cstddef>
#include <string_view>

namespace tamis::parsing {

// Fails with kTooManyNodes when Gumbo would need more than `memory` bytes. The caller has checked
// depth, nodes and work: Gumbo itself has no limits.
Result<Tree> gumbo_tree(std::string_view html, std::size_t memory);

}  // namespace tamis::parsing
