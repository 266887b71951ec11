// SPDX-License-Identifier: Apache-2.0
#include "repair/shift.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::repairing {

namespace {

constexpr std::size_t kLongestLine = 1 << 16;  // bytes at a time

// A line, or in HTML what stands up to the next tag: shifted text does not go beyond.
std::size_t line_end(const ShiftPage& page, std::size_t begin) {
  const std::string_view text = page.text;
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestLine) {
    if (text[end] == '\n' || (page.html && text[end] == '<' && end > begin)) return end;
    ++end;
  }
  while (end < text.size() && base::is_continuation(text[end])) ++end;
  return end;
}

void undo_line(ShiftPage& page, const std::vector<Token>& tokens, std::vector<Edit>& edits) {
  char32_t last = 0;  // the begin of a paragraph
  ShiftSearch search(page, tokens);
  for (std::size_t at = 0; at < tokens.size();) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::kOrphan || is_quote_onset(tokens, at)) {
      const ShiftSearch::End end = search.run(at, last, edits);
      at = end.token;
      last = end.last;
      continue;
    }
    if (token.kind == TokenKind::kAnnotated) {
      std::string after;
      base::append_utf8(after, token.c);
      edits.push_back(
          {RepairKind::kAnnotation, token.begin, token.end, std::move(after), 0, false});
    }
    if (token.kind == TokenKind::kNote && explains(token, last, page.data.readings)) {
      edits.push_back({RepairKind::kAnnotation, token.begin, token.end, "", 0, false});
      ++at;
      continue;
    }
    last = token.c;
    ++at;
  }
}

}  // namespace

std::vector<Edit> undo_annotations(ShiftPage& page) {
  std::vector<Edit> edits;
  const std::string_view text = page.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(page, begin);
    const std::string_view line = text.substr(begin, end - begin);
    if (line.find('(') != std::string_view::npos || line.find('?') != std::string_view::npos ||
        line.find("\uFFFD") != std::string_view::npos) {
      const std::vector<Token> tokens = tokens_of(text, begin, end, page.data.readings);
      undo_line(page, tokens, edits);
    }
    begin = end + (end < text.size() && text[end] == '\n');
  }
  return edits;
}

}  // namespace tamis::repairing
