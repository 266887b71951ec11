// SPDX-License-Identifier: Apache-2.0
// URLs as far as cleaning needs them: host, resolution, a normal form. RFC 3986, http and https.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::base {

// Lower-case host without port and user; empty when the URL is not absolute or has none.
std::string host_of(std::string_view url);

// Where the authority ends that begins at `from`: at the first of "/?#", or with the URL.
inline std::size_t authority_end(std::string_view url, std::size_t from) {
  while (from < url.size() && url[from] != '/' && url[from] != '?' && url[from] != '#') ++from;
  return std::min(from, url.size());
}

// Whether a name (of a folder, say) is a host's by its looks: lower case, dots, a top-level domain.
bool looks_like_host(std::string_view name);

// `reference` against an absolute `base` (RFC 3986, 5.2); empty when neither gives an absolute URL
// or the scheme is not http or https.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace tamis::base
