// SPDX-License-Identifier: Apache-2.0
// The paragraphs of an article's text.
#pragma once

#include <string_view>
#include <vector>

namespace tamis::report {

// Trimmed lines, empty ones left out.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace tamis::report
