// SPDX-License-Identifier: Apache-2.0
// Addresses: which ones a crawler has no business at, and the user's exceptions. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace tamis::fetch {

// 16 bytes; an IPv4 address is its v4-mapped form, ::ffff:a.b.c.d.
using Address = std::array<std::uint8_t, 16>;

std::optional<Address> parse_address(std::string_view text);  // "192.0.2.1", "2001:db8::1"
std::optional<Address> address_of(const sockaddr* address);
std::string address_text(const Address& address);

// Not globally reachable by IANA's special-purpose registries (RFC 6890 and its updates),
// multicast, or a wrapping of such an IPv4 address: v4-mapped, v4-compatible, NAT64, 6to4, Teredo,
// ISATAP.
bool is_special(const Address& address);

class AllowList {
 public:
  AllowList() = default;
  // "127.0.0.0/8", "::1", "fd00::/8"; throws Failure for what is neither.
  explicit AllowList(const std::vector<std::string>& ranges);
  bool contains(const Address& address) const;

  struct Range {
    Address base;
    int bits;
  };
  static std::optional<Range> parse(const std::string& text);

 private:
  std::vector<Range> ranges_;
};

// Whether a connection may be made.
bool may_connect(const Address& address, const AllowList& allowed);

}  // namespace tamis::fetch
