// SPDX-License-Identifier: Apache-2.0
#include "segment/line_marks.h"

#include "base/utf8.h"

#include <array>

namespace tamis::segment_detail {

namespace {

// A mark that another one ends in stands before it.
constexpr std::array<std::string_view, 14> kMoreMarks = {
    "更多>>", ">>",   "»",    "阅读全文",  "更多", "详细", "詳細",
    "全文",   "详情", "詳情", "Read more", "More", "more", "続きを読む"};

bool is_bullet(char32_t c) {
  switch (c) {
    case '-':
    case '*':
    case U'•':
    case U'·':
    case U'●':
    case U'■':
    case U'◆':
    case U'▪':
    case U'‣':
    case U'◦':
    case U'○':
    case U'∙': return true;
    default: return false;
  }
}

bool strip_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  text = base::trim(text);
  return true;
}

}  // namespace

std::size_t bullet_length(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size()) {
    std::size_t next = at;
    const char32_t c = base::next_code_point(line, next);
    if (base::is_space(c)) {
      at = next;
      continue;
    }
    if (!is_bullet(c)) return 0;
    std::size_t after = next;
    // "-5度" and "*注" are text: a bullet is followed by white space.
    if (after >= line.size() || !base::is_space(base::next_code_point(line, after))) return 0;
    return after;
  }
  return 0;
}

bool is_truncated(std::string_view text) {
  text = base::trim(text);
  for (const std::string_view close : {"]", "】", ")", "）"}) {
    if (strip_suffix(text, close)) break;
  }
  bool more = false;
  for (const std::string_view mark : kMoreMarks) {
    if (strip_suffix(text, mark)) {
      more = true;
      break;
    }
  }
  const bool bracket = strip_suffix(text, "[") || strip_suffix(text, "【") ||
                       strip_suffix(text, "(") || strip_suffix(text, "（");
  if (text.empty()) return false;
  return text.ends_with("...") || text.ends_with("…") || text.ends_with("．．．") ||
         (more && bracket);
}

}  // namespace tamis::segment_detail
