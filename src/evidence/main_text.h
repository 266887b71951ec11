// SPDX-License-Identifier: Apache-2.0
// Where the main text of a page stands. Each block has a weight: prose counts for, links, menus and
// boilerplate against. A container is worth the mean of two sums: of all its blocks, and of its
// best run of blocks (maximum subsequence segmentation, Pasternack and Roth 2009). The first alone
// falls for a single paragraph where adverts stand between the others, the second for the whole
// page.
#pragma once

#include "evidence/gathering.h"

namespace tamis::evidence_detail {

MainText find_main_text(const Page& page);

// How much a block speaks for the container that holds it: units of prose, or a negative cost.
float block_weight(const Page& page, BlockId block);

}  // namespace tamis::evidence_detail
