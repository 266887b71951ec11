// SPDX-License-Identifier: Apache-2.0
// URLs as far as cleaning needs them: host, resolution, a normal form. RFC 3986, http and https.
#pragma once

#include <string>
#include <string_view>

namespace tamis::base {

// Lower-case host without port and user; empty when the URL is not absolute or has none.
std::string host_of(std::string_view url);

// `reference` against an absolute `base` (RFC 3986, 5.2); empty when neither gives an absolute URL
// or the scheme is not http or https.
std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace tamis::base
