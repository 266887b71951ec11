// SPDX-License-Identifier: Apache-2.0
#include "head/json_repair.h"

#include "base/utf8.h"

#include <utility>

namespace tamis::head {
namespace {

constexpr std::size_t kMaxValues = 20;

bool json_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// What surrounds the value: everything before the first bracket and after the last one.
std::string_view unwrap(std::string_view text) {
  std::size_t begin = text.find_first_of("{[");
  std::size_t end = text.find_last_of("}]");
  // "<![CDATA[" brings brackets of its own.
  std::size_t cdata = text.find("<![CDATA[");
  if (cdata != std::string_view::npos && begin != std::string_view::npos && cdata < begin) {
    begin = text.find_first_of("{[", cdata + 9);
    std::size_t close = text.rfind("]]>");
    if (close != std::string_view::npos && close > 0) end = text.find_last_of("}]", close - 1);
  }
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return text.substr(begin, end - begin + 1);
}

// Copies the string that starts at `at` (its quote) and moves past it.
void copy_string(std::string_view text, std::size_t& at, std::string& out) {
  out += text[at++];
  while (at < text.size()) {
    char c = text[at++];
    if (static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
    } else if (c == '\\') {
      char next = at < text.size() ? text[at] : '\0';
      bool known =
          next != '\0' && std::string_view("\"\\/bfnrtu").find(next) != std::string_view::npos;
      if (known) {
        out += c;
        out += next;
        ++at;
      } else if (next != '\'') {
        out += "\\\\";  // a lone backslash; \' is just the quote
      }
    } else {
      out += c;
      if (c == '"') return;
    }
  }
}

}  // namespace

std::vector<std::string> repair_json(std::string_view text) {
  text = unwrap(text);
  std::vector<std::string> values;
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size() && values.size() < kMaxValues;) {
    char c = text[at];
    if (c == '"') {
      copy_string(text, at, out);
      continue;
    }
    ++at;
    if (depth == 0 && c != '{' && c != '[') continue;  // between two values
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') {
      --depth;
      std::size_t last = out.size();
      while (last > 0 && json_space(out[last - 1])) --last;
      if (last > 0 && out[last - 1] == ',') out.erase(last - 1);
    }
    out += c;
    if (depth == 0) values.push_back(std::exchange(out, {}));
  }
  return values;
}

std::vector<json::Value> parse_json_ld(std::string_view text) {
  std::vector<json::Value> values;
  text = base::trim(text);
  if (text.empty()) return values;
  if (Result<json::Value> value = json::parse(text)) {
    values.push_back(std::move(*value));
    return values;
  }
  for (const std::string& repaired : repair_json(text))
    if (Result<json::Value> value = json::parse(repaired)) values.push_back(std::move(*value));
  return values;
}

}  // namespace tamis::head
