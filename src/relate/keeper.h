// SPDX-License-Identifier: Apache-2.0
// Orders of entries. Each is total on what it looks at, so no result depends on the input's order.
#pragma once

#include "tamis/relate.h"

#include <cstdint>
#include <vector>

namespace tamis::relating {

// The fullest text, then the earliest date (no date is last), then the lowest id.
bool keeper_before(const Entry& x, const Entry& y);

// Dates are compared as written: a day without a time is its beginning. No date is last.
bool earlier(const Entry& x, const Entry& y);

// Is x the later page? Where a date is missing, or both are the same, the greater id is.
bool is_later(const Entry& x, const Entry& y);

// The indices in the order of the ids (and of everything else, should ids repeat).
std::vector<std::uint32_t> ranked(const std::vector<Entry>& entries);

}  // namespace tamis::relating
