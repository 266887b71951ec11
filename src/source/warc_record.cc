// SPDX-License-Identifier: Apache-2.0
#include "source/warc_record.h"

#include <algorithm>
#include <charconv>

namespace tamis::source {

namespace {

// WARC 1.0 wrote <uri> in its grammar, and some writers did so.
std::string without_brackets(std::string_view text) {
  if (text.size() >= 2 && text.front() == '<' && text.back() == '>') {
    text = text.substr(1, text.size() - 2);
  }
  return std::string(text);
}

std::size_t count_header(const Headers& fields, std::string_view name) {
  const std::string wanted = lower_case(name);
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(),
                    [&](const auto& field) { return lower_case(field.first) == wanted; }));
}

}  // namespace

bool begins_warc_record(std::string_view bytes) {
  return bytes.size() > 5 && bytes.starts_with("WARC/") && bytes[5] >= '0' && bytes[5] <= '9';
}

std::optional<std::size_t> warc_header_size(std::string_view bytes) {
  std::string_view rest = bytes;
  while (rest.find('\n') != rest.npos) {
    const bool first = rest.size() == bytes.size();
    const std::string_view line = take_line(rest);
    if (first != begins_warc_record(line)) return std::nullopt;
    if (line.empty()) return bytes.size() - rest.size();
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (!first && !folded && line.find(':') == line.npos) return std::nullopt;
  }
  return 0;
}

Result<WarcRecord> parse_warc_header(std::string_view header) {
  take_line(header);
  const Headers fields = take_headers(header);
  for (std::string_view once : {"WARC-Type", "WARC-Record-ID", "Content-Length"}) {
    if (count_header(fields, once) > 1) {
      return Error{ErrorKind::kBroken, "two values of " + std::string(once)};
    }
  }
  WarcRecord record;
  record.type = lower_case(find_header(fields, "WARC-Type"));
  record.id = without_brackets(find_header(fields, "WARC-Record-ID"));
  record.url = without_brackets(find_header(fields, "WARC-Target-URI"));
  record.content_type = media_type(find_header(fields, "Content-Type"));
  record.payload_type = media_type(find_header(fields, "WARC-Identified-Payload-Type"));
  record.truncated = !find_header(fields, "WARC-Truncated").empty();
  const std::string_view length = find_header(fields, "Content-Length");
  const auto end = std::from_chars(length.data(), length.data() + length.size(), record.length);
  if (length.empty() || end.ec != std::errc() || end.ptr != length.data() + length.size()) {
    return Error{ErrorKind::kBroken, "no Content-Length that is a number"};
  }
  return record;
}

bool is_page_type(std::string_view media_type) {
  return media_type.find('/') == media_type.npos || media_type == "text/html" ||
         media_type == "text/plain" || media_type == "application/xhtml+xml" ||
         media_type == "application/vnd.wap.xhtml+xml";
}

}  // namespace tamis::source
