// SPDX-License-Identifier: Apache-2.0
// The teasers of other articles that stand on the page, put together from their labelled blocks.
#pragma once

#include "assemble/view.h"

#include <string>
#include <vector>

namespace tamis::assembly {

// One record an item, in page order; at most 200. An item is any of title / title again / teaser /
// date, in that order or with the date first; spam lines count when they stand among items. Teasers
// without titles are told apart by what is `known`.
std::vector<Digest> digests(const View& view, std::string_view article_title,
                            const Items& known = {});

}  // namespace tamis::assembly
