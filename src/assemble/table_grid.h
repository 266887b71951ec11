// SPDX-License-Identifier: Apache-2.0
// Where the cells of a table stand, spans counted, and whether it is a table of data at all.
#pragma once

#include "tamis/segment.h"

#include <cstdint>
#include <vector>

namespace tamis::assembly {

struct GridCell {
  ContainerId container;
  std::uint32_t row, column;  // from 0
};

// The cells with text, in document order; empty when the table lays out text rather than data:
// fewer than two rows of two cells, more than kMostColumns, long or mostly empty cells, headings,
// code or another table in it. Linear in the containers up to what speaks against it.
inline constexpr std::uint32_t kMostColumns = 60;
std::vector<GridCell> data_grid(const Blocks& blocks, ContainerId table);

}  // namespace tamis::assembly
