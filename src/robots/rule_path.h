// SPDX-License-Identifier: Apache-2.0
// The normal form in which rules and URLs are compared (RFC 9309, 2.2.2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tamis::robots {

// kPlain: escapes of unreserved octets, of star and of dollar are undone. Either way escapes have
// capital digits.
enum class Escapes : bool { kAsWritten, kPlain };

// A rule's path cut at its stars; octets above 127 are escaped.
struct RulePath {
  std::vector<std::string> pieces;  // at least one; the first stands at the path's begin
  bool at_end = false;              // "$": the last piece ends the path
  std::size_t octets = 0;           // stars and dollar too
};
RulePath rule_path(std::string_view value, Escapes escapes);

// Path and query of a URL, from "/" on. Octets above 127 stay as they are.
std::string url_path(std::string_view url, Escapes escapes);

}  // namespace tamis::robots
