// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"
#include "source/sniff.h"

#include <algorithm>
#include <array>

namespace tamis::source {

namespace {

constexpr std::array kKeys = {"html", "text", "status", "url", "id"};

bool is_key(std::string_view name) {
  return std::find(kKeys.begin(), kKeys.end(), name) != kKeys.end();
}

// Moves `at` behind the string that begins there; false when the text ends inside it.
bool pass_string(std::string_view text, std::size_t& at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      ++at;
      return true;
    }
  }
  return false;
}

// The beginning of an object that is longer than `text`: one of the keys at its outer level.
bool prefix_has_key(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c != '"') {
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (depth <= 0) return false;
      ++at;
      continue;
    }
    const std::size_t begin = at + 1;
    if (!pass_string(text, at)) return false;
    const std::string_view name = text.substr(begin, at - begin - 1);
    const auto next = text.find_first_not_of(" \t", at);
    if (depth == 1 && next != text.npos && text[next] == ':' && is_key(name)) return true;
  }
  return false;
}

}  // namespace

bool looks_json_lines(std::string_view head) {
  const auto feed = head.find('\n');
  if (feed == head.npos && head.size() >= kSniffSize) return prefix_has_key(head);
  const auto value = json::parse(head.substr(0, feed));
  if (!value || value->object() == nullptr) return false;
  return std::any_of(value->object()->begin(), value->object()->end(),
                     [](const auto& member) { return is_key(member.key); });
}

}  // namespace tamis::source
