// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/fetch.h"

#include <optional>
#include <string_view>

namespace tamis::seeding {

// "90s", "10m", "6h", "7d", "1.5h": up to ten years; none when it is not written so.
std::optional<Span> span_of(std::string_view text);

}  // namespace tamis::seeding
