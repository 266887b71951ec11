// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "segment/block_builder.h"
#include "segment/hard_wrap.h"
#include "segment/line_marks.h"
#include "segment/text_stats.h"
#include "tamis/segment.h"

#include <string>
#include <vector>

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

std::vector<segment_detail::TextLine> lines_of(std::string_view utf8) {
  std::vector<segment_detail::TextLine> out;
  std::uint32_t number = 0, blank = 0;
  while (!utf8.empty()) {
    const std::size_t end = utf8.find('\n');
    const std::string_view line = utf8.substr(0, end);
    utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    ++number;
    const std::size_t bullet = segment_detail::bullet_length(line);
    const std::string_view text = base::trim(line.substr(bullet));
    if (text.empty()) {
      ++blank;
      continue;
    }
    out.push_back({text, number, indent_of(line), blank, bullet > 0});
    blank = 0;
  }
  return out;
}

Block block_of(const segment_detail::TextLine& line) {
  Block block;
  block.bullet = line.bullet;
  block.indent = line.indent;
  block.text = base::collapse_space(line.text);
  block.first_line = block.last_line = line.number;
  block.blank_before = line.blank_before;
  return block;
}

void finish(Block& block) {
  bool in_word = false;
  segment_detail::count_text(block.text, false, in_word, block.stats);
  segment_detail::finish_block(block);
}

}  // namespace

Blocks segment_text(std::string_view utf8) {
  Blocks out;
  out.from_text = true;
  const std::vector<segment_detail::TextLine> lines = lines_of(utf8);
  const std::uint32_t column = segment_detail::wrap_column(lines);
  for (std::size_t n = 0; n < lines.size(); ++n) {
    if (column > 0 && n > 0 && segment_detail::goes_on(lines[n - 1], lines[n], column)) {
      segment_detail::join_line(out.blocks.back().text, base::collapse_space(lines[n].text));
      out.blocks.back().last_line = lines[n].number;
      continue;
    }
    if (!out.blocks.empty()) finish(out.blocks.back());
    out.blocks.push_back(block_of(lines[n]));
  }
  if (!out.blocks.empty()) finish(out.blocks.back());
  return out;
}

}  // namespace tamis
