// SPDX-License-Identifier: Apache-2.0
// What makes no sense in parts. Tables of data are kept whole or not at all: half of a table tells
// nothing. A term (dt) is kept with what is said of it (dd).
#pragma once

#include "tamis/segment.h"

#include <cstdint>
#include <vector>

namespace tamis::score_detail {

void keep_tables_whole(const Blocks& blocks, std::vector<std::uint8_t>& keep);
void keep_terms(const Blocks& blocks, std::vector<std::uint8_t>& keep);

}  // namespace tamis::score_detail
