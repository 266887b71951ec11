// SPDX-License-Identifier: Apache-2.0
// Is this a person's name? Chinese, Japanese and Korean names by their length, others by capitals.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tamis::assembly {

// The names that a value begins with, at most 20; see BylineReader::people.
std::vector<std::string> person_names(std::string_view value, bool labelled);

}  // namespace tamis::assembly
