// SPDX-License-Identifier: Apache-2.0
#include "source/archive.h"

#include <cstdio>

namespace tamis::test {

std::string warc_record(std::string_view type, std::string_view id, std::string_view content_type,
                        std::string_view block, std::string_view fields) {
  std::string out = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n";
  if (!id.empty()) out += "WARC-Record-ID: <" + std::string(id) + ">\r\n";
  out += "WARC-Date: 2023-01-09T00:00:00Z\r\n";
  if (!content_type.empty()) out += "Content-Type: " + std::string(content_type) + "\r\n";
  out += std::string(fields) + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  return out + std::string(block) + "\r\n\r\n";
}

std::string warc_response(std::string_view id, std::string_view head, std::string_view body,
                          std::string_view fields) {
  std::string more = "WARC-Target-URI: http://news.example/" + std::string(id) + "\r\n";
  more += fields;
  return warc_record("response", id, "application/http; msgtype=response",
                     std::string(head) + "\r\n" + std::string(body), more);
}

std::string warc_page(std::string_view id, std::string_view body) {
  return warc_response(id, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", body);
}

std::string chunked(std::string_view body, std::size_t size) {
  std::string out;
  while (!body.empty()) {
    const std::string_view piece = body.substr(0, size);
    char line[20];
    std::snprintf(line, sizeof line, "%zx\r\n", piece.size());
    out.append(line).append(piece).append("\r\n");
    body.remove_prefix(piece.size());
  }
  return out + "0\r\n\r\n";
}

}  // namespace tamis::test
