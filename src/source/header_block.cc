// SPDX-License-Identifier: Apache-2.0
#include "source/header_block.h"

#include <algorithm>

namespace tamis::source {

std::string_view take_line(std::string_view& rest) {
  const auto feed = rest.find('\n');
  std::string_view line = rest.substr(0, feed);
  rest.remove_prefix(feed == rest.npos ? rest.size() : feed + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::string_view trim_blanks(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

Headers take_headers(std::string_view& rest) {
  Headers headers;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!headers.empty()) headers.back().second.append(" ").append(trim_blanks(line));
      continue;
    }
    const auto colon = line.find(':');
    if (colon == line.npos || headers.size() == kMaxHeaders) continue;
    headers.emplace_back(trim_blanks(line.substr(0, colon)), trim_blanks(line.substr(colon + 1)));
  }
  return headers;
}

std::string_view find_header(const Headers& headers, std::string_view name) {
  const std::string wanted = lower_case(name);
  for (const auto& [key, value] : headers) {
    if (key.size() == wanted.size() && lower_case(key) == wanted) return value;
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  return lower_case(trim_blanks(content_type.substr(0, content_type.find(';'))));
}

std::optional<std::string> take_status_line(std::string_view& rest) {
  std::string_view ahead = rest;
  const std::string_view line = take_line(ahead);
  if (!line.starts_with("HTTP/") && !line.starts_with("ICY ")) return std::nullopt;
  const auto space = line.find(' ');
  if (space == line.npos) return std::nullopt;
  const std::string_view status = trim_blanks(line.substr(space)).substr(0, 3);
  if (status.size() != 3 ||
      !std::all_of(status.begin(), status.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  rest = ahead;
  return std::string(status);
}

}  // namespace tamis::source
