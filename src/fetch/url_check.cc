// SPDX-License-Identifier: Apache-2.0
#include "fetch/url_check.h"

#include "base/url.h"
#include "fetch/response_head.h"

#include <algorithm>

namespace tamis::fetch {
namespace {

constexpr std::size_t kLongest = 8192;

bool is_plain(char c) {
  return c > ' ' && c != '\x7f' && c != '\\' && c != '<' && c != '>' && c != '"';
}

}  // namespace

std::optional<WireUrl> wire_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  WireUrl out;
  const std::size_t colon = url.find("://");
  if (colon == url.npos || url.size() > kLongest) return std::nullopt;
  out.https = same_name(url.substr(0, colon), "https");
  if (!out.https && !same_name(url.substr(0, colon), "http")) return std::nullopt;
  const auto unwanted = [](char c) { return static_cast<unsigned char>(c) < 0x80 && !is_plain(c); };
  if (std::any_of(url.begin(), url.end(), unwanted)) return std::nullopt;
  const std::string_view rest = url.substr(colon + 3);
  const std::size_t path = base::authority_end(rest, 0);
  out.host = rest.substr(0, path);
  if (out.host.empty() || out.host.front() == ':' || out.host.find('@') != out.host.npos)
    return std::nullopt;
  out.target = rest.substr(path);
  if (out.target.empty() || out.target.front() == '?') out.target.insert(0, 1, '/');
  out.whole = url;
  return out;
}

}  // namespace tamis::fetch
