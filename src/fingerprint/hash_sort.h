// SPDX-License-Identifier: Apache-2.0
// Sorts values that are spread evenly over 64 bits: one counting pass over the leading bits leaves
// runs of a few, so a text of n shingles takes O(n). Values made to share their leading bits are
// sorted by std::sort, never in quadratic time.
#pragma once

#include <cstdint>
#include <vector>

namespace tamis::fingerprinting {

void sort_distinct(std::vector<std::uint64_t>& hashes);  // sorted, repeats out

}  // namespace tamis::fingerprinting
