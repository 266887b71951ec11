// SPDX-License-Identifier: Apache-2.0
// Plain text whose paragraphs were broken at a column: which lines are one paragraph.
//
// Text is taken for wrapped when its long lines end near one column, hardly any is longer, and most
// of them stop in mid-sentence. A line then goes on in the next one where the next one's first word
// had no room behind it (the greedy rule that made the break).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::segment_detail {

struct TextLine {
  std::string_view text;           // white space trimmed, bullet cut off
  std::uint32_t number = 0;        // 1-based
  std::uint32_t indent = 0;        // columns before the text
  std::uint32_t blank_before = 0;  // blank lines before it
  bool bullet = false;
};

// Columns of a terminal: CJK and full-width characters take two.
std::uint32_t width_of(std::string_view text);

// The column at which `lines` were broken; 0: they were not.
std::uint32_t wrap_column(const std::vector<TextLine>& lines);

// Whether `next` goes on with the paragraph that `line` is a line of.
bool goes_on(const TextLine& line, const TextLine& next, std::uint32_t column);

// Appends a line to its paragraph: a space between, but none between CJK characters.
void join_line(std::string& paragraph, std::string_view line);

}  // namespace tamis::segment_detail
