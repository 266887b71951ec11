// SPDX-License-Identifier: Apache-2.0
#include "store/more_text.h"

#include <algorithm>
#include <charconv>

namespace tamis::store {

std::string more_text(const WatchedUrl& url) {
  std::string text;
  for (const std::string& host : url.scope.hosts) text += "host " + host + "\n";
  for (const std::string& path : url.scope.paths) text += "path " + path + "\n";
  for (const CalendarWindow& window : url.hours) text += "hours " + window_text(window) + "\n";
  text += "depth " + std::to_string(url.scope.depth) + "\n";
  for (const auto& [name, value] : url.headers) text += "header " + name + ": " + value + "\n";
  return text;
}

void read_more(std::string_view text, WatchedUrl& url) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t blank = line.find(' ');
    if (blank == line.npos) continue;
    const std::string_view key = line.substr(0, blank);
    const std::string_view value = line.substr(blank + 1);
    if (key == "host") url.scope.hosts.emplace_back(value);
    if (key == "path") url.scope.paths.emplace_back(value);
    if (key == "depth") std::from_chars(value.data(), value.data() + value.size(), url.scope.depth);
    if (key == "hours")
      if (const auto window = window_from_text(value)) url.hours.push_back(*window);
    if (const std::size_t colon = value.find(": "); key == "header" && colon != value.npos)
      url.headers.emplace_back(value.substr(0, colon), value.substr(colon + 2));
  }
}

}  // namespace tamis::store
