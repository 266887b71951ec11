// SPDX-License-Identifier: Apache-2.0
// What of a URL goes over the wire. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::fetch {

struct WireUrl {
  std::string whole;                     // without fragment
  std::size_t host_at = 0, path_at = 0;  // where these begin in it
  bool https = false;

  // As the Host header has it: with the port, if one is written.
  std::string_view host() const {
    return std::string_view(whole).substr(host_at, path_at - host_at);
  }
  std::string target() const;  // "/path?query"
};

// None for what is not http or https, has no host, carries a user, or holds characters that a
// request line cannot.
std::optional<WireUrl> wire_url(std::string_view url);

}  // namespace tamis::fetch
