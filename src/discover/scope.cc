// SPDX-License-Identifier: Apache-2.0
#include "base/url.h"
#include "discover/normal_url.h"
#include "tamis/discover.h"

#include <algorithm>

namespace tamis {
namespace {

bool host_matches(std::string_view pattern, std::string_view host) {
  if (pattern.starts_with("*.")) return host.ends_with(pattern.substr(1));
  return host == pattern;
}

// Pieces between stars, leftmost first. Patterns are the user's own, URLs are short: no care is
// taken of pieces that nearly match everywhere.
bool glob_matches(std::string_view pattern, std::string_view text) {
  std::size_t star = pattern.find('*');
  if (star == pattern.npos) return text.starts_with(pattern);
  if (!text.starts_with(pattern.substr(0, star))) return false;
  text.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (; (star = pattern.find('*')) != pattern.npos; pattern.remove_prefix(star + 1)) {
    const std::string_view piece = pattern.substr(0, star);
    const std::size_t at = text.find(piece);
    if (at == text.npos) return false;
    text.remove_prefix(at + piece.size());
  }
  return text.ends_with(pattern);
}

}  // namespace

bool in_scope(const Scope& scope, std::string_view url) {
  const std::string host = base::host_of(url);
  if (host.empty()) return false;
  const auto any_host = [&](const std::string& pattern) { return host_matches(pattern, host); };
  if (!scope.hosts.empty() && std::none_of(scope.hosts.begin(), scope.hosts.end(), any_host))
    return false;
  const discovery::UrlParts parts = discovery::parts_of(url);
  std::string path(parts.path.empty() ? "/" : parts.path);
  const std::string whole = parts.query.empty() ? path : path + "?" + std::string(parts.query);
  const auto any_path = [&](const std::string& pattern) {
    return glob_matches(pattern, pattern.find('?') == pattern.npos ? path : whole);
  };
  return scope.paths.empty() || std::any_of(scope.paths.begin(), scope.paths.end(), any_path);
}

}  // namespace tamis
