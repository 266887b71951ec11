// SPDX-License-Identifier: Apache-2.0
// Hexadecimal digits, and the percent-escapes of URLs (RFC 3986, 2.1 and 2.3).
#pragma once

#include <string>

namespace tamis::base {

// -1: no such digit.
inline int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// What means the same escaped and as it is.
inline bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

// "%E4" for one octet.
inline void append_escaped(std::string& out, char octet) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(octet);
  out += {'%', kHex[byte >> 4], kHex[byte & 15]};
}

}  // namespace tamis::base
