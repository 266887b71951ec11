// SPDX-License-Identifier: Apache-2.0
#include "seedlist/own_headers.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace tamis::seeding {
namespace {

constexpr std::size_t kLongest = 1000;

// Those that say what the connection does, who asks, and what is known of the page: another value
// would make a lie or a broken request of it.
constexpr std::array<std::string_view, 16> kOurs{"host",
                                                 "user-agent",
                                                 "connection",
                                                 "content-length",
                                                 "expect",
                                                 "transfer-encoding",
                                                 "accept-encoding",
                                                 "te",
                                                 "upgrade",
                                                 "if-none-match",
                                                 "if-modified-since",
                                                 "if-match",
                                                 "if-range",
                                                 "range",
                                                 "proxy-connection",
                                                 "keep-alive"};

// RFC 9110, 5.6.2: token.
bool is_token(std::string_view name) {
  constexpr std::string_view kOther = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kOther.find(c) != kOther.npos;
  });
}

}  // namespace

std::string fault_of_header(std::string_view name, std::string_view value) {
  const std::string shown(name.substr(0, 80));
  if (!is_token(name) || name.size() > 80) return "'" + shown + "' is no name of a header";
  if (std::find(kOurs.begin(), kOurs.end(), base::fold_case(name)) != kOurs.end())
    return "the header " + shown + " is tamis's own";
  const bool control = std::any_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (control) return "the header " + shown + " holds a control character";
  if (value.empty() || value.size() > kLongest)
    return "the header " + shown + " must hold 1 to " + std::to_string(kLongest) + " bytes";
  return {};
}

}  // namespace tamis::seeding
