// SPDX-License-Identifier: Apache-2.0
// Which block is the headline, and which blocks repeat it.
#pragma once

#include "evidence/gathering.h"

namespace tamis::evidence_detail {

// `body_begin`: the first block of the main text; a headline stands before it or just inside.
// HTML: the block that agrees best with the head's titles, headings first; else the nearest h1.
// Text: the first line that reads like a headline, phrases and breadcrumbs passed over.
TitleFound find_title(const Page& page, BlockId body_begin, BlockId body_end);

// Share of the longer of two canonical lines that the shorter covers as its prefix or as a part,
// 0 when it is no part. 1: equal.
double title_agreement(std::string_view a, std::string_view b);

}  // namespace tamis::evidence_detail
