// SPDX-License-Identifier: Apache-2.0
#include "segment/hard_wrap.h"

#include "base/utf8.h"
#include "segment/line_marks.h"

#include <algorithm>
#include <array>

namespace tamis::segment_detail {

namespace {

constexpr std::uint32_t kNarrowest = 36, kWidest = 160;  // columns that text is wrapped at
constexpr std::uint32_t kNear = 14;                      // a long word, or marks kept together
constexpr std::uint32_t kFewestNear = 5;
constexpr std::size_t kOneInFifty = 50;  // longer lines allowed: addresses, tables

bool is_wide(char32_t c) {
  return base::is_cjk(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
}

// The part of a line that a wrapping program does not break.
std::uint32_t first_word_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (base::is_space(c)) break;
    if (is_wide(c)) return width == 0 ? 2 : width;
    ++width;
  }
  return width;
}

struct Tally {
  std::array<std::uint32_t, kWidest + 1> lines{};  // by width
  std::array<std::uint32_t, kWidest + 1> open{};   // of those, in mid-sentence
  std::size_t all = 0, longer = 0;
};

Tally tally(const std::vector<TextLine>& lines) {
  Tally out;
  for (const TextLine& line : lines) {
    const std::uint32_t width = line.indent + width_of(line.text);
    ++out.all;
    if (width > kWidest) {
      ++out.longer;
      continue;
    }
    ++out.lines[width];
    out.open[width] += !base::ends_sentence(line.text) && !is_truncated(line.text);
  }
  return out;
}

}  // namespace

std::uint32_t width_of(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size() && width <= 2 * kWidest;) {
    width += is_wide(base::next_code_point(text, at)) ? 2 : 1;
  }
  return width;
}

std::uint32_t wrap_column(const std::vector<TextLine>& lines) {
  const Tally widths = tally(lines);
  std::size_t longer = widths.longer;
  for (std::uint32_t column = kWidest; column >= kNarrowest; --column) {
    if (longer > widths.all / kOneInFifty) return 0;
    if (widths.lines[column] == 0) continue;
    std::uint32_t near = 0, open = 0, between = 0;
    for (std::uint32_t w = kNarrowest / 2; w <= column; ++w) {
      (w + kNear > column ? near : between) += widths.lines[w];
      if (w + kNear > column) open += widths.open[w];
    }
    if (near >= kFewestNear && near >= between && 4 * open >= 3 * near) return column;
    longer += widths.lines[column];
  }
  return 0;
}

bool goes_on(const TextLine& line, const TextLine& next, std::uint32_t column) {
  if (next.blank_before > 0 || next.bullet || next.indent > line.indent) return false;
  const std::uint32_t width = line.indent + width_of(line.text);
  // Marks that may not begin a line pull up to two characters down with them.
  const std::uint32_t room = first_word_width(next.text) == 2 ? 6 : first_word_width(next.text) + 1;
  return width + room > column;
}

void join_line(std::string& paragraph, std::string_view line) {
  if (!paragraph.empty() && !line.empty()) {
    std::size_t last = base::code_point_begin(paragraph, paragraph.size() - 1), first = 0;
    const bool wide = is_wide(base::next_code_point(paragraph, last)) &&
                      is_wide(base::next_code_point(line, first));
    if (!wide) paragraph += ' ';
  }
  paragraph += line;
}

}  // namespace tamis::segment_detail
