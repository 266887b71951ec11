// SPDX-License-Identifier: Apache-2.0
#include "robots/rule_path.h"

#include "base/escape.h"

#include <algorithm>

namespace tamis::robots {
namespace {

using base::append_escaped;
using base::hex_digit;
using base::is_unreserved;

// One octet, or one escape, of `text` at `at`.
void append_normal(std::string& out, std::string_view text, std::size_t& at, Escapes escapes,
                   bool escape_high) {
  const char c = text[at++];
  if (c == '%' && at + 1 < text.size()) {
    const int high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
    if (high >= 0 && low >= 0) {
      const char octet = static_cast<char>(high * 16 + low);
      at += 2;
      if (escapes == Escapes::kPlain && (is_unreserved(octet) || octet == '*' || octet == '$'))
        out += octet;
      else
        append_escaped(out, octet);
      return;
    }
  }
  if (escape_high && static_cast<unsigned char>(c) >= 0x80)
    append_escaped(out, c);
  else
    out += c;
}

// Where the first of '/', '?' and `sign` stands; the end when none does.
std::size_t first_of(std::string_view url, char sign, std::size_t from) {
  while (from < url.size() && url[from] != '/' && url[from] != '?' && url[from] != sign) ++from;
  return from;
}

// Where path and query begin in an absolute URL; the URL itself when it has no authority.
std::string_view from_path(std::string_view url) {
  std::size_t from = url.find("://");
  if (from != url.npos && from == first_of(url, ':', 0))
    from += 3;
  else if (url.starts_with("//"))
    from = 2;
  else
    return url;
  return url.substr(first_of(url, ';', from));
}

}  // namespace

RulePath rule_path(std::string_view value, Escapes escapes) {
  RulePath out;
  if (value.ends_with('$')) {
    out.at_end = true;
    out.octets = 1;
    value.remove_suffix(1);
  }
  out.pieces.emplace_back();
  for (std::size_t at = 0; at < value.size();) {
    if (value[at] != '*') {
      append_normal(out.pieces.back(), value, at, escapes, true);
      continue;
    }
    ++at;
    ++out.octets;
    // Two stars are one.
    if (out.pieces.size() == 1 || !out.pieces.back().empty()) out.pieces.emplace_back();
  }
  for (const std::string& piece : out.pieces) out.octets += piece.size();
  return out;
}

std::string url_path(std::string_view url, Escapes escapes) {
  url = from_path(url.substr(0, url.find('#')));
  std::string out;
  out.reserve(url.size() + 1);
  if (!url.starts_with('/')) out += '/';
  if (url.find('%') == url.npos) return out.append(url);
  for (std::size_t at = 0; at < url.size();) append_normal(out, url, at, escapes, false);
  return out;
}

}  // namespace tamis::robots
