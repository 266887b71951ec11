// SPDX-License-Identifier: Apache-2.0
// RFC 3986, 6.2.2 and 6.2.3, and the parameters that do not say what is shown.
#include "discover/normal_url.h"

#include "base/escape.h"
#include "base/url.h"
#include "base/utf8.h"
#include "tamis/discover.h"

#include <algorithm>

namespace tamis::discovery {
namespace {

constexpr std::string_view kSession = ";jsessionid=";

bool is_normal(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char octet) {
    return octet == '%' || static_cast<unsigned char>(octet) >= 0x80;
  });
}

std::string normal_escapes(std::string_view text) {
  if (is_normal(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    char octet = text[at];
    bool escape = static_cast<unsigned char>(octet) >= 0x80;
    const bool three = octet == '%' && at + 2 < text.size();
    const int high = three ? base::hex_digit(text[at + 1]) : -1;
    const int low = three ? base::hex_digit(text[at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      octet = static_cast<char>(high * 16 + low);
      escape = !base::is_unreserved(octet);
      at += 2;
    }
    if (escape)
      base::append_escaped(out, octet);
    else
      out += octet;
  }
  return out;
}

void without_session(std::string& path) {
  if (path.find(';') == path.npos) return;
  const std::size_t at = base::fold_case(path).find(kSession);
  if (at == path.npos || at + kSession.size() > path.size()) return;
  const std::size_t end = path.find('/', at);
  path.erase(at, end == path.npos ? path.npos : end - at);
}

std::string without_tracking(std::string_view query, const LinkRules& rules) {
  std::string out;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    if (pair.empty() || rules.is_tracking(base::fold_case(pair.substr(0, pair.find('=')))))
      continue;
    if (!out.empty()) out += '&';
    out += pair;
  }
  return out;
}

// "https://Host:443" without a port that says nothing.
std::string_view without_default_port(std::string_view origin) {
  for (const std::string_view port : {":", origin.starts_with("https") ? ":443" : ":80"})
    if (origin.ends_with(port)) return origin.substr(0, origin.size() - port.size());
  return origin;
}

}  // namespace

std::string normal_url(std::string_view base, std::string_view reference, const LinkRules& rules) {
  if (reference.size() > kMaxUrlBytes) return {};
  std::string url = base::resolve_url(base, reference);
  if (url.empty()) return {};
  url.resize(std::min(url.size(), url.find('#')));
  const std::size_t path_at = base::authority_end(url, url.find("//") + 2);
  const std::size_t query_at = std::min(url.size(), url.find('?', path_at));
  std::string path = normal_escapes(std::string_view(url).substr(path_at, query_at - path_at));
  without_session(path);
  std::string out(without_default_port(std::string_view(url).substr(0, path_at)));
  out += path.empty() ? "/" : path;
  if (query_at < url.size()) {
    const std::string query =
        without_tracking(normal_escapes(std::string_view(url).substr(query_at + 1)), rules);
    if (!query.empty()) out += "?" + query;
  }
  return out.size() > kMaxUrlBytes ? std::string() : out;
}

UrlParts parts_of(std::string_view url) {
  UrlParts out;
  const std::size_t slashes = url.find("//");
  if (slashes == url.npos) return out;
  url.remove_prefix(slashes + 2);
  std::string_view authority = url.substr(0, base::authority_end(url, 0));
  url.remove_prefix(authority.size());
  if (const auto at = authority.rfind('@'); at != authority.npos) authority.remove_prefix(at + 1);
  const auto bracket = authority.find(']');
  out.host = authority.substr(0, authority.find(':', bracket == authority.npos ? 0 : bracket));
  url = url.substr(0, url.find('#'));
  const auto mark = url.find('?');
  out.path = url.substr(0, mark);
  if (mark != url.npos) out.query = url.substr(mark + 1);
  return out;
}

}  // namespace tamis::discovery
