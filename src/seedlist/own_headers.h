// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamis::seeding {

// What is wrong with a header that a source wants sent, as a sentence; empty: nothing.
std::string fault_of_header(std::string_view name, std::string_view value);

}  // namespace tamis::seeding
