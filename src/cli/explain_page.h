// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/pipeline.h"

#include <cstddef>
#include <string>

namespace tamis::cli {

// For people: what became of the page, a line a block with its label and the reason, and the
// title, date and authors beside what the page claims them to be. Lines fit `width` cells.
std::string explain_page(const Cleaned& cleaned, std::size_t width);

}  // namespace tamis::cli
