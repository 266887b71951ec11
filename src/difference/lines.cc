// SPDX-License-Identifier: Apache-2.0
#include "difference/lines.h"

#include "base/utf8.h"

#include <algorithm>
#include <unordered_map>

namespace tamis::difference {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t letter = base::next_code_point(text, at);
    if (letter == '\n') {
      if (!lines.back().empty()) lines.emplace_back();
      blank = false;
    } else if (base::is_space(letter)) {
      blank = true;
    } else {
      if (blank && !lines.back().empty()) lines.back().push_back(' ');
      blank = false;
      lines.back().append(text.substr(from, at - from));
    }
  }
  if (lines.back().empty()) lines.pop_back();
  return lines;
}

LineChange changed_lines(const std::vector<std::string>& before,
                         const std::vector<std::string>& after) {
  std::unordered_map<std::string_view, int> count;
  for (const std::string& line : before) ++count[line];
  LineChange change;
  for (const std::string& line : after) {
    if (--count[line] < 0) change.added.push_back(line);
  }
  std::unordered_map<std::string_view, int> kept;
  for (const std::string& line : after) ++kept[line];
  for (const std::string& line : before) {
    if (--kept[line] < 0) change.removed.push_back(line);
  }
  return change;
}

std::size_t changed_letters(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto inside = [](std::string_view text, std::size_t at) {  // a byte within a code point
    return at < text.size() && base::is_continuation(text[at]);
  };
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  while (head > 0 && (inside(a, head) || inside(b, head))) --head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  while (tail > 0 && (inside(a, a.size() - tail) || inside(b, b.size() - tail))) --tail;
  return std::max(base::count_code_points(a.substr(head, a.size() - tail - head)),
                  base::count_code_points(b.substr(head, b.size() - tail - head)));
}

}  // namespace tamis::difference
