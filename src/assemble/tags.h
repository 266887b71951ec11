// SPDX-License-Identifier: Apache-2.0
// The article's keywords: from its tag line, else from the markup.
#pragma once

#include "assemble/view.h"

#include <string>
#include <vector>

namespace tamis::assembly {

// Site-wide keyword lists are no tags: most of a claimed list must stand in the article.
std::vector<std::string> tags(const View& view, std::string_view title);

}  // namespace tamis::assembly
