// SPDX-License-Identifier: Apache-2.0
// seedlist: which sources are fetched, and how, as the user wrote it in a TOML file (version 1; the
// keys are described in seeds/README.md).
//
//   for (const tamis::SeedSource& source : tamis::read_sources(bytes, "seeds/a.toml")) ...
#pragma once

#include "tamis/calendar.h"
#include "tamis/discover.h"
#include "tamis/fetch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

inline constexpr std::int64_t kSeedsVersion = 1;
inline constexpr std::uint32_t kMostDepth = 20;

struct SeedSource {
  std::string url;                    // absolute, http or https, without a fragment
  std::optional<SourceKind> kind;     // none: not said (a URL of the command line)
  double importance = 1;              // weight in the schedule: over 0, up to 1,000
  Span least{}, most{};               // bounds between two fetches; 0: the scheduler's own
  std::vector<CalendarWindow> hours;  // in which it, and what it lists, is fetched; none: always
  Scope scope;                        // no hosts: that of the URL
  HttpHeaders headers;                // sent with every request
  std::string place;                  // where it stands: "seeds/a.toml:12"
};

// Throws Failure "PATH:LINE:COLUMN: what is wrong". In the file's order; a URL stands there once.
std::vector<SeedSource> read_sources(std::string_view bytes, const std::string& path);

}  // namespace tamis
