// SPDX-License-Identifier: Apache-2.0
#include "tamis/crawl.h"

#include <array>
#include <cstdio>

namespace tamis {
namespace {

std::string grouped(std::uint64_t value) {
  std::string out = std::to_string(value);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

std::string counted(std::uint64_t value, const char* one, const char* many) {
  return grouped(value) + " " + (value == 1 ? one : many);
}

}  // namespace

std::string crawl_text(const CrawlTotals& totals) {
  std::uint64_t urls = 0;
  for (const auto& [outcome, count] : totals.urls) urls += count;
  std::string out =
      counted(urls, "URL", "URLs") + " of " + counted(totals.servers, "server", "servers") + ", " +
      counted(totals.requests, "request", "requests") + " (" + grouped(totals.robots_requests) +
      " for robots.txt, " + counted(totals.redirects, "redirect", "redirects") + "), " +
      counted(totals.new_connections, "connection", "connections") + ", " +
      counted(totals.wire_bytes, "byte", "bytes") + "\n";
  for (const auto& [outcome, count] : totals.urls) {
    std::array<char, 64> line{};
    std::snprintf(line.data(), line.size(), "  %-20s %10s\n", outcome_name(outcome),
                  grouped(count).c_str());
    out += line.data();
  }
  return out;
}

}  // namespace tamis
