// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::report {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Length of what would make a block of the line ("#", "-", "12." ...), 0 when nothing would.
std::size_t block_mark(std::string_view line) {
  if (line.empty()) return 0;
  if (line[0] == '#' || line[0] == '>' || line[0] == '=' || line[0] == '|') return 1;
  if ((line[0] == '-' || line[0] == '+') && (line.size() == 1 || line[1] == ' ' || line[1] == '-'))
    return 1;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 10 && is_digit(line[digits])) ++digits;
  const bool list = digits > 0 && digits < line.size() &&
                    (line[digits] == '.' || line[digits] == ')') &&
                    (digits + 1 == line.size() || line[digits + 1] == ' ');
  return list ? digits + 1 : 0;
}

// "&amp;", "&#65;": a character reference would be decoded.
bool is_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 34;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < kLongest &&
         (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#')) {
    ++end;
  }
  return end > at + 1 && end < text.size() && text[end] == ';';
}

std::string escaped(std::string_view text, std::size_t mark, bool in_cell) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inline_mark = c == '\\' || c == '`' || c == '*' || c == '_' || c == '[' ||
                             c == ']' || c == '<' || c == '~' || (in_cell && c == '|') ||
                             (c == '&' && is_reference(text, i));
    if (inline_mark || (mark > 0 && i + 1 == mark)) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

}  // namespace

std::string markdown_line(std::string_view text) {
  text = base::trim(text);
  return escaped(text, block_mark(text), false);
}

std::string markdown_inline(std::string_view text) {
  return escaped(base::trim(text), 0, false);
}

std::string markdown_heading(int level, std::string_view text) {
  std::string out = std::string(static_cast<std::size_t>(level), '#') + ' ' + markdown_inline(text);
  // "## Part #" would lose its end.
  if (out.back() == '#') out.insert(out.size() - 1, "\\");
  return out;
}

std::string markdown_cell(std::string_view text) {
  return escaped(base::trim(text), 0, true);
}

std::string fence_for(std::string_view code) {
  std::size_t longest = 0, run = 0;
  for (const char c : code) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(std::max<std::size_t>(3, longest + 1), '`');
}

}  // namespace tamis::report
