// SPDX-License-Identifier: Apache-2.0
#include "source/header_block.h"
#include "source/sniff.h"

#include <algorithm>
#include <array>

namespace tamis::source {

namespace {

// WHATWG MIME Sniffing, 7.1, and tags that fragments of pages begin with.
constexpr std::array kOpeners = {
    "html",  "head",    "body",     "script", "iframe", "h1", "h2",     "div",  "font",
    "table", "a",       "style",    "title",  "b",      "br", "p",      "meta", "link",
    "span",  "section", "article",  "main",   "ul",     "ol", "center", "form", "header",
    "nav",   "base",    "noscript", "img",    "strong", "h3"};

// Tags of which a text that only speaks of HTML seldom holds three.
constexpr std::array kCommon = {"html", "head", "body",   "meta",   "script", "title", "div",
                                "p",    "br",   "table",  "td",     "tr",     "span",  "a",
                                "img",  "li",   "ul",     "link",   "h1",     "h2",    "h3",
                                "font", "b",    "strong", "center", "style",  "form",  "section"};

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The tag name behind the '<' at `at`, empty when no tag can stand there. `text` is lower case.
std::string_view tag_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_name_byte(text[end])) ++end;
  const bool ends =
      end < text.size() &&
      (text[end] == '>' || text[end] == '/' || text[end] == ' ' || text[end] == '\n' ||
       text[end] == '\t' || text[end] == '\r' || text[end] == '\f');
  return ends ? text.substr(at + 1, end - at - 1) : std::string_view();
}

template <class List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Passes over comments, <?xml ...?> and white space in front.
std::string_view skip_preamble(std::string_view text) {
  for (;;) {
    const auto first = text.find_first_not_of(" \t\n\r\f");
    text.remove_prefix(first == text.npos ? text.size() : first);
    std::string_view close;
    if (text.starts_with("<!--")) close = "-->";
    if (text.starts_with("<?")) close = "?>";
    if (close.empty()) return text;
    const auto end = text.find(close);
    if (end == text.npos) return text;
    text.remove_prefix(end + close.size());
  }
}

std::size_t count_tags(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    if (contains(kCommon, tag_at(text, at))) ++count;
  }
  return count;
}

}  // namespace

bool looks_html(std::string_view head) {
  const std::string lower = lower_case(loosely_ascii(head));
  const std::string_view text = skip_preamble(lower);
  if (text.starts_with("<!doctype html") || text.starts_with("<!--") || text.starts_with("<?xml")) {
    return true;
  }
  if (text.starts_with('<') && contains(kOpeners, tag_at(text, 0))) return true;
  return count_tags(text) >= 3;
}

}  // namespace tamis::source
