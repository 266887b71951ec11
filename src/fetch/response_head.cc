// SPDX-License-Identifier: Apache-2.0
#include "fetch/response_head.h"

#include <algorithm>

namespace tamis::fetch {
namespace {

constexpr std::size_t kUsual = 12;       // headers of an answer
constexpr std::size_t kKept = 1u << 13;  // of the lines' room, between two answers

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

void ResponseHead::clear() {
  if (lines_.capacity() > kKept) lines_ = std::string();
  lines_.clear();
  status_line.clear();
  headers.clear();
  ended_ = false;
}

bool ResponseHead::add_line(std::string_view line, std::uint64_t most) {
  if (lines_.size() + line.size() > most) return false;
  lines_.append(line);
  if (!line.ends_with('\n')) lines_ += '\n';
  return true;
}

void ResponseHead::read() {
  headers.reserve(kUsual);
  count_ = 0;
  for (std::string_view rest = lines_; !rest.empty();) {
    const std::size_t size = rest.find('\n') + 1;
    read_line(rest.substr(0, size));
    rest.remove_prefix(size);
  }
  headers.resize(count_);
}

void ResponseHead::add(std::string_view name, std::string_view value) {
  if (count_ < headers.size()) {
    headers[count_].first = name;
    headers[count_].second = value;
  } else {
    headers.emplace_back(name, value);
  }
  ++count_;
}

void ResponseHead::read_line(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  if (line.starts_with("HTTP/") && line.find(':') == line.npos) {
    status_line = trim_blanks(line);
    count_ = 0;
    ended_ = false;
  } else if (line.empty()) {
    ended_ = true;
  } else if (!ended_ && (line.front() == ' ' || line.front() == '\t')) {
    if (count_ > 0) headers[count_ - 1].second.append(" ").append(trim_blanks(line));
  } else if (!ended_) {
    const std::size_t colon = line.find(':');
    if (colon != line.npos)
      add(trim_blanks(line.substr(0, colon)), trim_blanks(line.substr(colon + 1)));
  }
}

bool ResponseHead::contradicts_itself() const {
  const std::string* length = nullptr;
  for (const auto& [name, value] : headers) {
    if (!same_name(name, "Content-Length")) continue;
    if (length != nullptr && *length != value) return true;
    length = &value;
  }
  return false;
}

}  // namespace tamis::fetch
