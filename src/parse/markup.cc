// SPDX-License-Identifier: Apache-2.0
#include "parse/markup.h"

#include <algorithm>
#include <cstring>

namespace tamis::parsing {

namespace {

std::size_t find_char(std::string_view html, char c, std::size_t at) {
  if (at >= html.size()) return kEnd;
  const void* found = std::memchr(html.data() + at, c, html.size() - at);
  return found == nullptr ? kEnd
                          : static_cast<std::size_t>(static_cast<const char*>(found) - html.data());
}

// "name" and then what ends a tag name.
bool name_at(std::string_view html, std::size_t at, std::string_view name) {
  if (at + name.size() >= html.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(html[at + i]) != name[i]) return false;
  }
  const char after = html[at + name.size()];
  return is_white(after) || after == '/' || after == '>';
}

// From the '=' to past the value; false when the text ends first.
bool read_value(std::string_view html, std::size_t& at, AttributeSpan& attribute) {
  ++at;
  while (at < html.size() && is_white(html[at])) ++at;
  if (at >= html.size()) return false;
  if (html[at] == '"' || html[at] == '\'') {
    const std::size_t end = find_char(html, html[at], at + 1);
    if (end == kEnd) return false;
    attribute.quote = html[at];
    attribute.value = html.substr(at + 1, end - at - 1);
    at = end + 1;
    return true;
  }
  const std::size_t begin = at;
  while (at < html.size() && !is_white(html[at]) && html[at] != '>') ++at;
  attribute.value = html.substr(begin, at - begin);
  return true;
}

}  // namespace

void read_tag(std::string_view html, std::size_t at, TagSpan& tag) {
  const std::size_t begin = at;
  const auto ends_name = [](char c) { return is_white(c) || c == '/' || c == '>'; };
  while (at < html.size() && !ends_name(html[at])) ++at;
  tag.name = html.substr(begin, at - begin);
  tag.self_closing = false;
  tag.attributes.clear();
  tag.end = kEnd;
  while (true) {
    bool slash = false;
    for (; at < html.size() && (is_white(html[at]) || html[at] == '/'); ++at) {
      slash = html[at] == '/';
    }
    if (at >= html.size()) return;
    if (html[at] == '>') {
      tag.self_closing = slash;
      tag.end = at + 1;
      return;
    }
    AttributeSpan attribute;
    const std::size_t name = at++;  // a first '=' belongs to the name
    while (at < html.size() && !ends_name(html[at]) && html[at] != '=') ++at;
    attribute.name = html.substr(name, at - name);
    while (at < html.size() && is_white(html[at])) ++at;
    if (at < html.size() && html[at] == '=' && !read_value(html, at, attribute)) return;
    tag.attributes.push_back(attribute);
  }
}

std::size_t comment_end(std::string_view html, std::size_t at) {
  if (at < html.size() && html[at] == '>') return at + 1;
  if (html.substr(at).starts_with("->")) return at + 2;
  while (true) {
    at = find_char(html, '-', at);
    if (at == kEnd) return html.size();
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("-->")) return at + 3;
    if (rest.starts_with("--!>")) return at + 4;
    ++at;
  }
}

std::size_t bogus_comment_end(std::string_view html, std::size_t at) {
  const std::size_t end = find_char(html, '>', at);
  return end == kEnd ? html.size() : end + 1;
}

std::size_t cdata_end(std::string_view html, std::size_t at) {
  const std::size_t end = html.find("]]>", at);
  return end == kEnd ? html.size() : end + 3;
}

std::size_t raw_text_end(std::string_view html, std::size_t at, std::string_view lower_case_name) {
  for (at = find_char(html, '<', at); at != kEnd; at = find_char(html, '<', at + 1)) {
    if (at + 1 < html.size() && html[at + 1] == '/' && name_at(html, at + 2, lower_case_name)) {
      return at;
    }
  }
  return kEnd;
}

std::size_t script_end(std::string_view html, std::size_t at) {
  bool escaped = false, nested = false;  // nested: a <script> inside the <!-- -->
  std::size_t dashes = 0;                // while escaped: where the next "-->" is
  for (at = find_char(html, '<', at); at != kEnd; at = find_char(html, '<', at + 1)) {
    if (escaped && dashes < at) escaped = nested = false;
    if (at + 1 < html.size() && html[at + 1] == '/') {
      if (!name_at(html, at + 2, "script")) continue;
      if (!nested) return at;
      nested = false;
    } else if (!escaped && html.substr(at).starts_with("<!--")) {
      escaped = true;
      dashes = html.find("-->", at + 2);  // "<!-->" ends at once
    } else if (escaped && !nested && name_at(html, at + 1, "script")) {
      nested = true;
    }
  }
  return kEnd;
}

}  // namespace tamis::parsing
