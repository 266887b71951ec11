// SPDX-License-Identifier: Apache-2.0
// Text that reads as itself in markdown: CommonMark 0.30, and the tables and strike-through of
// GitHub's.
#pragma once

#include <string>
#include <string_view>

namespace tamis::report {

// One line that may stand at the beginning of a line: no list, heading, quote or rule comes of it.
std::string markdown_line(std::string_view text);

// Behind a mark: in a heading, in emphasis.
std::string markdown_inline(std::string_view text);

std::string markdown_heading(int level, std::string_view text);  // level 1 to 6
std::string markdown_cell(std::string_view text);
std::string fence_for(std::string_view code);  // longer than any run of backticks in it

}  // namespace tamis::report
