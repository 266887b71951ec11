// SPDX-License-Identifier: Apache-2.0
// Candidates by the bottom-k sketches: two texts that share two hashes that are neighbours in both
// sketches, and a quarter of the sketch in all. A header or a cut that carries the SimHash away
// does no harm; a stock phrase gives a hash or two, not a quarter.
#pragma once

#include "relate/hamming.h"
#include "tamis/relate.h"

#include <cstdint>
#include <vector>

namespace tamis::relating {

// Pairs of positions in `order`, which lists the entries to look at; sorted, distinct. At most
// kSketch * kFewOf pairs an entry: in a larger group each is paired with the next few only, those
// of like sketches side by side.
std::vector<Pair> sketch_pairs(const std::vector<Entry>& entries,
                               const std::vector<std::uint32_t>& order);

}  // namespace tamis::relating
