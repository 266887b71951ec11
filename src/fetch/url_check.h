// SPDX-License-Identifier: Apache-2.0
// What of a URL goes over the wire. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tamis::fetch {

struct WireUrl {
  std::string whole;   // without fragment
  std::string host;    // as the Host header has it: with the port, if one is written
  std::string target;  // "/path?query"
  bool https = false;
};

// None for what is not http or https, has no host, carries a user, or holds characters that a
// request line cannot.
std::optional<WireUrl> wire_url(std::string_view url);

}  // namespace tamis::fetch
