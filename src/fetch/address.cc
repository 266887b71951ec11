// SPDX-License-Identifier: Apache-2.0
#include "fetch/address.h"

#include "tamis/fetch.h"
#include "tamis/result.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace tamis::fetch {
namespace {

struct Block {
  Address base;
  int bits;
};

constexpr Block v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, int bits) {
  return {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, 0}, 96 + bits};
}
constexpr Block v6(std::uint16_t a, std::uint16_t b, std::uint16_t c, int bits) {
  return {{static_cast<std::uint8_t>(a >> 8), static_cast<std::uint8_t>(a & 255),
           static_cast<std::uint8_t>(b >> 8), static_cast<std::uint8_t>(b & 255),
           static_cast<std::uint8_t>(c >> 8), static_cast<std::uint8_t>(c & 255)},
          bits};
}

constexpr Block kSpecial[] = {
    v4(0, 0, 0, 8),        // this network
    v4(10, 0, 0, 8),       // private
    v4(100, 64, 0, 10),    // shared by carriers
    v4(127, 0, 0, 8),      // loopback
    v4(169, 254, 0, 16),   // link-local; the clouds' metadata
    v4(172, 16, 0, 12),    // private
    v4(192, 0, 0, 24),     // protocol assignments
    v4(192, 0, 2, 24),     // documentation
    v4(192, 31, 196, 24),  // AS112
    v4(192, 52, 193, 24),  // AMT
    v4(192, 88, 99, 24),   // 6to4 relays
    v4(192, 168, 0, 16),   // private
    v4(192, 175, 48, 24),  // AS112
    v4(198, 18, 0, 15),    // benchmarks
    v4(198, 51, 100, 24),  // documentation
    v4(203, 0, 113, 24),   // documentation
    v4(224, 0, 0, 3),      // multicast, reserved, broadcast
};

// Everything outside 2000::/3 is special; inside it, these.
constexpr Block kSpecial6[] = {
    v6(0x2001, 0, 0, 23),          // protocol assignments, ORCHID
    v6(0x2001, 0xdb8, 0, 32),      // documentation
    v6(0x2620, 0x4f, 0x8000, 48),  // AS112
    v6(0x3fff, 0, 0, 20),          // documentation
};

constexpr Block kGlobal6 = v6(0x2000, 0, 0, 3);
constexpr Block kMapped = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96};
constexpr Block kNat64 = v6(0x64, 0xff9b, 0, 96);
constexpr Block k6to4 = v6(0x2002, 0, 0, 16);
constexpr Block kTeredo = v6(0x2001, 0, 0, 32);

bool within(const Address& address, const Address& base, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (std::memcmp(address.data(), base.data(), whole) != 0) return false;
  if (bits % 8 == 0) return true;
  const int mask = 0xff << (8 - bits % 8) & 0xff;
  return (address[whole] & mask) == (base[whole] & mask);
}

bool within(const Address& address, const Block& block) {
  return within(address, block.base, block.bits);
}

// The IPv4 address whose four bytes begin at `at`, each xor `mask`.
Address inner(const Address& address, std::size_t at, std::uint8_t mask = 0) {
  Address out = kMapped.base;
  for (std::size_t i = 0; i < 4; ++i)
    out[12 + i] = static_cast<std::uint8_t>(address[at + i] ^ mask);
  return out;
}

bool is_special4(const Address& address) {
  return std::any_of(std::begin(kSpecial), std::end(kSpecial),
                     [&](const Block& block) { return within(address, block); });
}

// The IPv4 address that an IPv6 one leads to, if it does.
std::optional<Address> wrapped(const Address& address) {
  if (within(address, kNat64)) return inner(address, 12);
  if (within(address, k6to4)) return inner(address, 2);
  if (within(address, kTeredo)) return inner(address, 12, 0xff);
  // ISATAP: an interface identifier of 0000:5efe or 0200:5efe and the address.
  if ((address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == 0xfe)
    return inner(address, 12);
  return std::nullopt;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string name(text.substr(0, 64));
  Address out = kMapped.base;
  if (::inet_pton(AF_INET, name.c_str(), out.data() + 12) == 1) return out;
  if (::inet_pton(AF_INET6, name.c_str(), out.data()) == 1) return out;
  return std::nullopt;
}

std::optional<Address> address_of(const sockaddr* address) {
  Address out = kMapped.base;
  if (address->sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, address, sizeof in);
    std::memcpy(out.data() + 12, &in.sin_addr, 4);
    return out;
  }
  if (address->sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 in;
  std::memcpy(&in, address, sizeof in);
  std::memcpy(out.data(), &in.sin6_addr, 16);
  return out;
}

std::string address_text(const Address& address) {
  if (within(address, kMapped)) {
    std::string four;
    for (std::size_t i = 12; i < 16; ++i) {
      if (i > 12) four += '.';
      four += std::to_string(unsigned{address[i]});
    }
    return four;
  }
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, address.data(), text.data(), text.size());
  return text.data();
}

bool is_special(const Address& address) {
  if (within(address, kMapped)) return is_special4(address);
  if (within(address, kNat64)) return is_special4(inner(address, 12));
  if (!within(address, kGlobal6)) return true;
  const auto four = wrapped(address);
  if (four && is_special4(*four)) return true;
  return std::any_of(std::begin(kSpecial6), std::end(kSpecial6), [&](const Block& block) {
    return within(address, block) && !within(address, kTeredo);
  });
}

std::optional<AllowList::Range> AllowList::parse(const std::string& text) {
  const std::size_t slash = text.find('/');
  const auto base = parse_address(std::string_view(text).substr(0, slash));
  if (!base) return std::nullopt;
  const bool four = text.find(':') == text.npos;
  const int most = four ? 32 : 128;
  int bits = most;
  if (slash != text.npos) {
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + slash + 1, end, bits);
    if (read.ec != std::errc() || read.ptr != end || bits < 0 || bits > most) return std::nullopt;
  }
  return Range{*base, four ? 96 + bits : bits};
}

AllowList::AllowList(const std::vector<std::string>& ranges) {
  for (const std::string& text : ranges) {
    const auto range = parse(text);
    if (!range)
      throw Failure("not an address or a range of addresses: " + text,
                    "write it like 127.0.0.1, 10.0.0.0/8 or fd00::/8");
    ranges_.push_back(*range);
  }
}

bool AllowList::contains(const Address& address) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [&](const Range& range) { return within(address, range.base, range.bits); });
}

bool may_connect(const Address& address, const AllowList& allowed) {
  return !is_special(address) || allowed.contains(address);
}

}  // namespace tamis::fetch

namespace tamis {

bool is_address_range(const std::string& text) {
  return fetch::AllowList::parse(text).has_value();
}

}  // namespace tamis
