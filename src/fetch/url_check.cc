// SPDX-License-Identifier: Apache-2.0
#include "fetch/url_check.h"

#include "base/url.h"
#include "fetch/response_head.h"

#include <algorithm>
#include <array>

namespace tamis::fetch {
namespace {

constexpr std::size_t kLongest = 8192;

constexpr std::array<bool, 256> make_unwanted() {
  std::array<bool, 256> out{};
  for (std::size_t c = 0; c <= ' '; ++c) out[c] = true;
  for (const char c : {'\x7f', '\\', '<', '>', '"'}) out[static_cast<unsigned char>(c)] = true;
  return out;
}
constexpr std::array<bool, 256> kUnwanted = make_unwanted();

}  // namespace

std::optional<WireUrl> wire_url(std::string_view url) {
  url = url.substr(0, url.find('#'));
  WireUrl out;
  const std::size_t colon = url.find("://");
  if (colon == url.npos || url.size() > kLongest) return std::nullopt;
  out.https = same_name(url.substr(0, colon), "https");
  if (!out.https && !same_name(url.substr(0, colon), "http")) return std::nullopt;
  const auto unwanted = [](char c) { return kUnwanted[static_cast<unsigned char>(c)]; };
  if (std::any_of(url.begin(), url.end(), unwanted)) return std::nullopt;
  out.host_at = colon + 3;
  out.path_at = base::authority_end(url, out.host_at);
  const std::string_view host = url.substr(out.host_at, out.path_at - out.host_at);
  if (host.empty() || host.front() == ':' || host.find('@') != host.npos) return std::nullopt;
  out.whole = url;
  return out;
}

std::string WireUrl::target() const {
  const std::string_view from = std::string_view(whole).substr(path_at);
  return std::string(from.starts_with('/') ? "" : "/").append(from);
}

}  // namespace tamis::fetch
