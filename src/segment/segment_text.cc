// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "segment/block_builder.h"
#include "segment/line_marks.h"
#include "segment/text_stats.h"
#include "tamis/segment.h"

namespace tamis {

namespace {

std::uint32_t indent_of(std::string_view line) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = base::next_code_point(line, at);
    if (!base::is_space(c)) break;
    columns += c == 0x3000 ? 2 : 1;
  }
  return columns;
}

Block block_of(std::string_view line, std::uint32_t number, std::uint32_t blank_before) {
  Block block;
  const std::size_t bullet = segment_detail::bullet_length(line);
  block.bullet = bullet > 0;
  block.indent = indent_of(line);
  block.text = base::collapse_space(line.substr(bullet));
  block.first_line = block.last_line = number;
  block.blank_before = blank_before;
  bool in_word = false;
  segment_detail::count_text(block.text, false, in_word, block.stats);
  segment_detail::finish_block(block);
  return block;
}

}  // namespace

Blocks segment_text(std::string_view utf8) {
  Blocks out;
  out.from_text = true;
  std::uint32_t number = 0, blank = 0;
  while (!utf8.empty()) {
    const std::size_t end = utf8.find('\n');
    const std::string_view line = utf8.substr(0, end);
    utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    ++number;
    Block block = block_of(line, number, blank);
    if (block.text.empty()) {
      ++blank;
      continue;
    }
    blank = 0;
    out.blocks.push_back(std::move(block));
  }
  return out;
}

}  // namespace tamis
