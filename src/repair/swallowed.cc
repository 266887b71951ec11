// SPDX-License-Identifier: Apache-2.0
#include "repair/swallowed.h"

#include <algorithm>
#include <array>

namespace tamis::repairing {

namespace {

constexpr std::array<std::string_view, 24> kTags = {
    "a",  "b",  "blockquote", "br", "div",  "em",     "font",  "h1", "h2",    "h3", "i", "img",
    "li", "ol", "p",          "s",  "span", "strong", "table", "td", "title", "tr", "u", "ul"};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

char32_t swallowed_markup(std::string_view text, std::size_t at, bool html) {
  if (!html) return 0;
  const std::string_view rest = text.substr(at, 16);
  const std::size_t from = rest.starts_with("/") ? 1 : 0;
  std::size_t end = from;
  while (end < rest.size() && is_name(rest[end])) ++end;
  if (end == rest.size() || end == from) return 0;
  const std::string_view name = rest.substr(from, end - from);
  if (from == 0 && rest[end] == ';') return U'&';
  const bool closed = rest[end] == '>' || rest[end] == ' ' || rest[end] == '/';
  return closed && std::find(kTags.begin(), kTags.end(), name) != kTags.end() ? U'<' : 0;
}

}  // namespace tamis::repairing
