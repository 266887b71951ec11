// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/memory.h"

#include <string_view>
#include <vector>

namespace tamis::memory {

// The hashes of winnow(), ascending, each with the letter where its run begins: the first that is
// a minimum.
std::vector<PlacedHash> winnow_placed(std::u16string_view letters);

// Of a text and of its lead (lead_of) at once.
struct PlacedRuns {
  std::vector<PlacedHash> minima, lead;
};
PlacedRuns placed_runs(std::u16string_view letters);

}  // namespace tamis::memory
