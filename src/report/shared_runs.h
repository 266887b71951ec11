// SPDX-License-Identifier: Apache-2.0
// The longest runs that two texts share, as matching sees them (canonical), by their place in the
// texts as they are.
#pragma once

#include "tamis/fingerprint.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tamis::report {

struct Span {
  std::size_t begin = 0, end = 0;  // bytes
};

struct SharedRun {
  std::size_t characters = 0;  // canonical ones
  Span in_a, in_b;
};

// The longest first, at most `most`, none shorter than `least` characters; no two overlap in a.
// Greedy from the start of a, linear in the texts but for a small factor: a seed that occurs in b
// very often is followed in a few places only. Texts are read up to a million characters.
std::vector<SharedRun> shared_runs(std::string_view a, std::string_view b, const Canon& canon,
                                   std::size_t least, std::size_t most);

}  // namespace tamis::report
