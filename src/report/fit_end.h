// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::report {

// The end of a text, at most `cells` wide and on one line. Looks at the end only.
std::string fit_end(std::string_view utf8, std::size_t cells);

}  // namespace tamis::report
