// SPDX-License-Identifier: Apache-2.0
// Reading back what the report wrote.
#pragma once

#include "json/json.h"

#include <cstdint>
#include <string_view>

namespace tamis::report {

// A member that is a whole number of 0 or more; else 0.
std::uint64_t number_at(const json::Value& object, std::string_view key);

}  // namespace tamis::report
