// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/memory.h"

#include <string_view>
#include <vector>

namespace tamis::memory {

// The hashes of winnow(), ascending, each with the letter where its run first begins.
std::vector<PlacedHash> winnow_placed(std::u16string_view letters);

}  // namespace tamis::memory
