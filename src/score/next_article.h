// SPDX-License-Identifier: Apache-2.0
// Endless scroll: where the page goes on with another article.
#pragma once

#include "tamis/evidence.h"

#include <cstdint>
#include <vector>

namespace tamis::score_detail {

// The headline of the next article: an <h1> of the same names and depth as the page's
// own headline, with enough kept text before and behind it. kNone when there is one article.
BlockId find_next_article(const Blocks& blocks, const PageEvidence& evidence,
                          const std::vector<std::uint8_t>& keep);

}  // namespace tamis::score_detail
