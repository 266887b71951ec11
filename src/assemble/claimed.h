// SPDX-License-Identifier: Apache-2.0
// The article's body as the page's own data have it, against what was kept of the page.
#pragma once

#include "tamis/assemble.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::assembly {

inline constexpr const char* kClaimReason = "page data: part of the JSON-LD articleBody";

// One paragraph a line, white space collapsed.
std::string claimed_lines(std::string_view body);

// Which texts are parts of a longer one: compared by runs of kRun letters and digits, so that
// white space, punctuation and markup between them do not count. Linear.
class Cover {
 public:
  explicit Cover(std::string_view whole);

  // Share of the runs of `part` that the whole has: 1 when it has all; 0 for a part that is
  // shorter than a run.
  double share(std::string_view part) const;
  std::size_t characters() const { return runs_.size(); }  // of the whole, but for the last run

  static constexpr std::size_t kRun = 8;

 private:
  std::vector<std::uint64_t> runs_;  // sorted hashes
};

// A body of which a good part is lines that are links is a list of other articles.
bool lists_links(const Blocks& blocks, const Cover& claimed);

}  // namespace tamis::assembly
