// SPDX-License-Identifier: Apache-2.0
// The lines that two texts do not share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::difference {

// Lines with their white space collapsed; empty ones are left out.
std::vector<std::string> lines_of(std::string_view text);

struct LineChange {
  std::vector<std::string> removed, added;
};
// What `before` has more of, and what `after` has: by multisets, so that lines that changed places
// are no change of what is said. Linear, whatever the texts.
LineChange changed_lines(const std::vector<std::string>& before,
                         const std::vector<std::string>& after);

// The code points of the two between their common beginning and their common end, the larger one.
std::size_t changed_letters(std::string_view a, std::string_view b);

}  // namespace tamis::difference
