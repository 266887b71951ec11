// SPDX-License-Identifier: Apache-2.0
// "Did you mean ...?"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::base {

// Insertions, deletions, changes and swaps of neighbours between two words (the optimal string
// alignment form of Damerau-Levenshtein). Quadratic: for words, not for texts.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The known word nearest to `word`, empty when none is near: a third of the letters may be wrong,
// or the rest missing.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace tamis::base
