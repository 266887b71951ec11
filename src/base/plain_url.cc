// SPDX-License-Identifier: Apache-2.0
#include "base/plain_url.h"

#include "base/url.h"

#include <array>

namespace tamis::base {
namespace {

enum Use : unsigned char { kNone = 0, kInHost = 1, kBehind = 2 };

constexpr std::array<unsigned char, 256> make_uses() {
  std::array<unsigned char, 256> uses{};
  for (std::size_t c = 0x21; c < 256; ++c) {
    const bool escaped = c == 0x7f || c == '"' || c == '<' || c == '>';
    if (!escaped && c != '\\') uses[c] = kBehind;
  }
  for (std::size_t c = 'a'; c <= 'z'; ++c) uses[c] |= kInHost;
  for (std::size_t c = '0'; c <= '9'; ++c) uses[c] |= kInHost;
  for (const char c : {'-', '_', '.'}) uses[static_cast<unsigned char>(c)] |= kInHost;
  return uses;
}
constexpr std::array<unsigned char, 256> kUses = make_uses();

bool is(char c, Use use) {
  return (kUses[static_cast<unsigned char>(c)] & use) != 0;
}

struct Plain {
  std::string_view host;
  std::size_t end = 0;  // of the authority
};

Plain read(std::string_view url) {
  const std::size_t from = url.starts_with("http://") ? 7 : url.starts_with("https://") ? 8 : 0;
  if (from == 0) return {};
  std::size_t at = from;
  while (at < url.size() && is(url[at], kInHost)) ++at;
  const std::string_view host = url.substr(from, at - from);
  if (host.empty() || host.back() == '.') return {};
  if (at < url.size() && url[at] == ':') {
    const std::size_t digits = ++at;
    unsigned port = 0;
    for (; at < url.size() && url[at] >= '0' && url[at] <= '9' && at < digits + 5; ++at)
      port = port * 10 + static_cast<unsigned>(url[at] - '0');
    if (at == digits || port > 65535) return {};
  }
  return authority_end(url, at) == at ? Plain{host, at} : Plain{};
}

}  // namespace

std::string_view plain_host(std::string_view url) {
  return read(url).host;
}

bool is_resolved(std::string_view url) {
  const Plain plain = read(url);
  if (plain.host.empty()) return false;
  // A segment that begins with a dot may be one that goes.
  char before = 0;
  for (const char c : url.substr(plain.end)) {
    if (!is(c, kBehind) || (c == '.' && before == '/')) return false;
    before = c;
  }
  return true;
}

}  // namespace tamis::base
