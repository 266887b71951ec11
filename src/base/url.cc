// SPDX-License-Identifier: Apache-2.0
#include "base/url.h"

#include "base/escape.h"
#include "base/plain_url.h"

#include <algorithm>
#include <optional>

namespace tamis::base {

namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_control_or_space(char c) {
  return static_cast<unsigned char>(c) <= 0x20;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

// A reference split as in RFC 3986, appendix B. Absent and empty are different things there.
struct Parts {
  std::string scheme;  // lower case; empty: none
  std::optional<std::string> authority;
  std::string path;
  std::optional<std::string> query, fragment;
};

// What browsers do before they parse (WHATWG URL, 4.4): white space around goes, tabs and line ends
// inside too, and a backslash before the query is a slash.
std::string tidy(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
  std::string out;
  out.reserve(url.size());
  bool in_path = true;
  for (char c : url) {
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (c == '?' || c == '#') in_path = false;
    out += in_path && c == '\\' ? '/' : c;
  }
  return out;
}

// The length of "scheme" in "scheme:...", 0 when there is none.
std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !is_alpha(url[0])) return 0;
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return i;
    if (!is_alpha(c) && !is_ascii_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

bool is_web(std::string_view scheme) {
  return scheme == "http" || scheme == "https";
}

// `rest` without its scheme; `needs_authority`: an authority stands here even without slashes.
void split_hierarchy(std::string_view rest, bool needs_authority, Parts& parts) {
  if (const auto hash = rest.find('#'); hash != rest.npos) {
    parts.fragment = std::string(rest.substr(hash + 1));
    rest = rest.substr(0, hash);
  }
  if (const auto mark = rest.find('?'); mark != rest.npos) {
    parts.query = std::string(rest.substr(mark + 1));
    rest = rest.substr(0, mark);
  }
  if (needs_authority || rest.substr(0, 2) == "//") {
    // Browsers take "http:/host" and "http:////host" for "http://host".
    while (!rest.empty() && rest.front() == '/') rest.remove_prefix(1);
    const auto slash = rest.find('/');
    parts.authority = std::string(rest.substr(0, slash));
    rest = slash == rest.npos ? std::string_view() : rest.substr(slash);
  }
  parts.path = std::string(rest);
}

// "http:g" against an http base is relative, as browsers have it (RFC 3986, 5.2.2, not strict).
Parts split(std::string_view url, std::string_view base_scheme) {
  const std::string tidied = tidy(url);
  std::string_view rest = tidied;
  Parts parts;
  if (const std::size_t size = scheme_size(rest); size > 0) {
    parts.scheme = lower(rest.substr(0, size));
    rest.remove_prefix(size + 1);
    if (parts.scheme == base_scheme && rest.substr(0, 2) != "//") parts.scheme.clear();
  }
  split_hierarchy(rest, is_web(parts.scheme), parts);
  return parts;
}

bool valid_port(std::string_view port) {
  unsigned value = 0;
  for (char c : port) {
    if (!is_ascii_digit(c)) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
    if (value > 65535) return false;
  }
  return true;
}

bool valid_name(std::string_view host) {
  for (char c : host) {
    if (is_control_or_space(c) || c == 0x7f ||
        std::string_view("#/:<>?@[\\]^|%").find(c) != std::string_view::npos) {
      return false;
    }
  }
  return !host.empty();
}

bool valid_ipv6(std::string_view inside) {
  for (char c : inside) {
    const char l = lower(c);
    if (!is_ascii_digit(c) && !(l >= 'a' && l <= 'f') && c != ':' && c != '.') return false;
  }
  return inside.find(':') != inside.npos;
}

struct Authority {
  std::string user;  // with its '@'
  std::string host;  // lower case, IPv6 in brackets
  std::string port;  // with its ':'
};

std::optional<Authority> split_authority(std::string_view text) {
  Authority out;
  if (const auto at = text.rfind('@'); at != text.npos) {
    out.user = std::string(text.substr(0, at + 1));
    text.remove_prefix(at + 1);
  }
  std::string_view host = text, port;
  const auto bracket = text.find(']');
  const auto colon = text.find(':', bracket == text.npos ? 0 : bracket);
  if (colon != text.npos) {
    host = text.substr(0, colon);
    port = text.substr(colon);
  }
  if (!port.empty() && !valid_port(port.substr(1))) return std::nullopt;
  if (!host.empty() && host.front() == '[') {
    if (host.size() < 4 || host.back() != ']') return std::nullopt;
    if (!valid_ipv6(host.substr(1, host.size() - 2))) return std::nullopt;
  } else {
    if (!host.empty() && host.back() == '.') host.remove_suffix(1);  // the DNS root
    if (!valid_name(host)) return std::nullopt;
  }
  out.host = lower(host);
  out.port = std::string(port);
  return out;
}

// RFC 3986, 5.2.4, in one pass: a pop costs what its push did.
std::string remove_dots(std::string_view path) {
  std::string out;
  bool open = false;  // the last segment was a dot segment: a slash must end the path
  while (!path.empty()) {
    const bool slash = path.front() == '/';
    if (slash) path.remove_prefix(1);
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    open = segment == "." || segment == "..";
    if (segment == "..") {
      const auto cut = out.rfind('/');
      out.erase(cut == out.npos ? 0 : cut);
    } else if (segment != ".") {
      if (slash) out += '/';
      out += segment;
    }
  }
  if (open) out += '/';
  return out;
}

std::string merge(const Parts& base, std::string_view reference) {
  if (base.path.empty()) return "/" + std::string(reference);
  return base.path.substr(0, base.path.rfind('/') + 1) + std::string(reference);
}

// RFC 3986, 5.2.2.
Parts transform(const Parts& base, const Parts& reference) {
  Parts out = reference;
  if (!out.scheme.empty()) return out;
  out.scheme = base.scheme;
  if (out.authority) return out;
  out.authority = base.authority;
  if (out.path.empty()) {
    out.path = base.path;
    if (!out.query) out.query = base.query;
  } else if (out.path.front() != '/') {
    out.path = merge(base, out.path);
  }
  return out;
}

// Spaces, quotes and angle brackets may not stand in a URL; other bytes are kept as they are.
void append_clean(std::string& out, std::string_view text) {
  for (char c : text) {
    if (is_control_or_space(c) || c == 0x7f || c == '"' || c == '<' || c == '>')
      base::append_escaped(out, c);
    else
      out += c;
  }
}

}  // namespace

std::string host_of(std::string_view url) {
  if (const std::string_view host = plain_host(url); !host.empty()) return std::string(host);
  const Parts parts = split(url, {});
  if (!is_web(parts.scheme) || !parts.authority) return {};
  const auto authority = split_authority(*parts.authority);
  return authority ? authority->host : std::string();
}

bool looks_like_host(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.size() - dot < 3) return false;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (const char c : name)
    if (!small(c) && !is_ascii_digit(c) && c != '-' && c != '.') return false;
  const std::string_view top = name.substr(dot + 1);
  return std::all_of(top.begin(), top.end(), small) && name.find("..") == std::string_view::npos;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  if (is_resolved(reference)) return std::string(reference);
  if (reference.empty() && is_resolved(base)) return std::string(base.substr(0, base.find('#')));
  const Parts base_parts = split(base, {});
  const Parts target = transform(base_parts, split(reference, base_parts.scheme));
  if (!is_web(target.scheme) || !target.authority) return {};
  const auto authority = split_authority(*target.authority);
  if (!authority) return {};
  std::string out = target.scheme + "://";
  append_clean(out, authority->user);
  out += authority->host + authority->port;
  append_clean(out, remove_dots(target.path));
  if (target.query) append_clean(out += '?', *target.query);
  if (target.fragment) append_clean(out += '#', *target.fragment);
  return out;
}

}  // namespace tamis::base
