// SPDX-License-Identifier: Apache-2.0
// What the ends of a line say: bullets and numbering before it, a cut teaser behind it.
#pragma once

#include <string_view>

namespace tamis::segment_detail {

// Bytes of white space and bullet ("  • ", "- ", "* ", "· ") before the text; 0 bullets: 0.
std::size_t bullet_length(std::string_view line);

// Ends in an ellipsis or in a "...more" mark (更多 [详细] read more), closing marks passed over.
bool is_truncated(std::string_view text);

}  // namespace tamis::segment_detail
