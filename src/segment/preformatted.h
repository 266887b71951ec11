// SPDX-License-Identifier: Apache-2.0
// The lines of a <pre> as they were written, where blocks have them cut and collapsed.
#pragma once

#include "tamis/parse.h"

#include <string>

namespace tamis::segment_detail {

// <br> and the borders of block-level elements are line ends; no empty lines at the beginning, no
// white space at the end. Linear in the element's text.
std::string preformatted_text(const Tree& tree, NodeId pre);

}  // namespace tamis::segment_detail
