// SPDX-License-Identifier: Apache-2.0
// URLs that need no work: nearly all that a crawl meets are in the form already that url.h would
// bring them into, which one pass without a copy can tell.
#pragma once

#include <string_view>

namespace tamis::base {

// The host of an absolute URL whose scheme and authority are written plainly: small letters,
// digits, '-', '_' and dots, no user, perhaps a port. Empty: it is not, which says nothing.
std::string_view plain_host(std::string_view url);

// Whether the URL is absolute and resolving it gives it back as it is. False says nothing.
bool is_resolved(std::string_view url);

}  // namespace tamis::base
