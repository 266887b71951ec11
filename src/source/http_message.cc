// SPDX-License-Identifier: Apache-2.0
#include "source/http_message.h"

#include "base/escape.h"

#include <algorithm>

namespace tamis::source {

namespace {

// The size in a chunk's first line, extensions ignored; none when it is no chunk line.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  line = trim_blanks(line.substr(0, line.find(';')));
  if (line.empty() || line.size() > 15) return std::nullopt;
  std::uint64_t size = 0;
  for (char c : line) {
    const int digit = base::hex_digit(c);
    if (digit < 0) return std::nullopt;
    size = size * 16 + static_cast<std::uint64_t>(digit);
  }
  return size;
}

}  // namespace

std::optional<HttpHead> parse_http_head(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, kMaxHttpHead);
  const std::size_t all = rest.size();
  auto status = take_status_line(rest);
  if (!status) return std::nullopt;
  HttpHead head;
  head.status = *std::move(status);
  head.headers = take_headers(rest);
  head.size = all - rest.size();
  return head;
}

std::string remove_chunks(std::string_view body, bool& whole) {
  whole = true;
  std::string out;
  std::string_view rest = body;
  while (!rest.empty()) {
    std::string_view ahead = rest;
    const bool has_end = ahead.find('\n') != ahead.npos;
    const auto size = chunk_size(take_line(ahead));
    if (!size || !has_end) {
      // A missing last chunk, at a border, is a server's slip; anything else is damage.
      if (rest.data() == body.data()) return std::string(body);
      whole = trim_blanks(rest).empty();
      return out;
    }
    if (*size == 0) return out;
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(*size, ahead.size()));
    out.append(ahead.substr(0, taken));
    ahead.remove_prefix(taken);
    if (taken < *size) {
      whole = false;
      return out;
    }
    if (ahead.starts_with("\r\n")) {
      ahead.remove_prefix(2);
    } else if (ahead.starts_with('\n')) {
      ahead.remove_prefix(1);
    }
    rest = ahead;
  }
  return out;
}

}  // namespace tamis::source
