// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamis::discovery {

// A date as feeds and sitemaps write it (RFC 3339 and W3C's profile, RFC 822 with two- and
// four-digit years, "2025-03-21 08:12") in ISO 8601, as exact as it was; empty when it is none.
// A zone that is not known, or means several, is left out.
std::string iso_date(std::string_view text);

}  // namespace tamis::discovery
