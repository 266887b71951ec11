// SPDX-License-Identifier: Apache-2.0
// What a memory has seen of a page, for people.
#pragma once

#include "tamis/pipeline.h"

#include <cstddef>
#include <string>

namespace tamis::cli {

// A paragraph; ends in a newline. `width`: columns.
std::string explain_sightings(const Cleaned& cleaned, const Memory& memory, const Canon& canon,
                              std::size_t width);

}  // namespace tamis::cli
