// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "discover/link_rules.h"

#include <string>
#include <string_view>

namespace tamis::discovery {

// `reference` against `base` in the form of Discoverer::normal_url; empty when there is none.
std::string normal_url(std::string_view base, std::string_view reference, const LinkRules& rules);

// The pieces of a URL in normal form. Views into it.
struct UrlParts {
  std::string_view host;   // without port and user
  std::string_view path;   // from the first slash on
  std::string_view query;  // without its mark
};
UrlParts parts_of(std::string_view url);

}  // namespace tamis::discovery
