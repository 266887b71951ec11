// SPDX-License-Identifier: Apache-2.0
// Where the main text of a page stands: the container with the largest sum of block weights, in
// which prose counts for and links, menus and boilerplate count against (a maximum-sum search over
// the subtrees, so that a body split over siblings is found whole).
#pragma once

#include "label/evidence.h"

namespace tamis::label_detail {

struct MainText {
  ContainerId container = kNone;  // kNone: plain text, or no tree
  BlockId first = 0, last = 0;    // its blocks [first, last)
};

MainText find_main_text(const Page& page);

// How much a block speaks for the container that holds it: units of prose, or a negative cost.
float block_weight(const Page& page, BlockId block);

}  // namespace tamis::label_detail
