// SPDX-License-Identifier: Apache-2.0
#include "base/columns.h"

#include "base/utf8.h"

namespace tamis::base {

namespace {

bool in(char32_t c, char32_t low, char32_t high) {
  return c >= low && c <= high;
}

// East Asian Wide and Fullwidth, emoji; combining marks and format characters take no cell.
std::size_t cells_of(char32_t c) {
  if (in(c, 0x300, 0x36F) || in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) ||
      in(c, 0x2060, 0x2064) || in(c, 0xFE00, 0xFE0F) || c == 0xFEFF || in(c, 0xE0100, 0xE01EF))
    return 0;
  return in(c, 0x1100, 0x115F) || in(c, 0x2E80, 0x303E) || in(c, 0x3041, 0xA4CF) ||
                 in(c, 0xA960, 0xA97F) || in(c, 0xAC00, 0xD7A3) || in(c, 0xF900, 0xFAFF) ||
                 in(c, 0xFE30, 0xFE6F) || in(c, 0xFF01, 0xFF60) || in(c, 0xFFE0, 0xFFE6) ||
                 in(c, 0x1F300, 0x1F64F) || in(c, 0x1F680, 0x1F6FF) || in(c, 0x1F900, 0x1F9FF) ||
                 in(c, 0x20000, 0x3FFFD)
             ? 2
             : 1;
}

bool is_control(char32_t c) {
  return c < 0x20 || in(c, 0x7F, 0x9F) || in(c, 0x202A, 0x202E) || in(c, 0x2066, 0x2069);
}

}  // namespace

std::size_t width_of(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < utf8.size();) width += cells_of(base::next_code_point(utf8, at));
  return width;
}

std::string fit(std::string_view utf8, std::size_t cells) {
  std::string out;
  std::size_t used = 0, before_last = 0;  // bytes of `out` that leave a cell for the ellipsis
  bool space = false;
  for (std::size_t at = 0; at < utf8.size();) {
    char32_t c = base::next_code_point(utf8, at);
    if (base::is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (is_control(c)) c = base::kReplacement;
    const std::size_t need = cells_of(c) + (space ? 1 : 0);
    if (used + need > cells) {
      out.resize(before_last);
      if (cells > 0) out += "…";
      return out;
    }
    if (space) out += ' ';
    base::append_utf8(out, c);
    used += need;
    if (used + 1 <= cells) before_last = out.size();
    space = false;
  }
  return out;
}

std::string pad(std::string_view utf8, std::size_t cells) {
  std::string out = fit(utf8, cells);
  out.append(cells - width_of(out), ' ');
  return out;
}

std::string pad_left(std::string_view utf8, std::size_t cells) {
  std::string out = fit(utf8, cells);
  return std::string(cells - width_of(out), ' ') + out;
}

std::string grouped(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

std::string counted(std::uint64_t number, const std::string& one, const std::string& many) {
  return grouped(number) + " " + (number == 1 ? one : many);
}

}  // namespace tamis::base
