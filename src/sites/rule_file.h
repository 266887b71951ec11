// SPDX-License-Identifier: Apache-2.0
// One rule file: TOML to a SiteRule, every fault with its place.
#pragma once

#include "tamis/sites.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::sites {

inline constexpr std::size_t kMaxSelectors = 200;  // in one file
inline constexpr std::size_t kMaxAllSteps = 512;   // compounds of all its selectors

struct ReadRule {
  SiteRule rule;
  std::vector<std::uint32_t> host_lines;  // one a host, for faults between files
};

// `name` is what reasons call the file. Throws Failure "PATH:LINE:COLUMN: what is wrong".
ReadRule read_rule(std::string_view text, const std::string& path, const std::string& name);

}  // namespace tamis::sites
