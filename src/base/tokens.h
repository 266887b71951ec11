// SPDX-License-Identifier: Apache-2.0
// Lists of words in one string, a space between: class and id tokens, fields of rule tables.
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::base {

// Calls `use` with each token that is not empty; returns how many there were.
template <class Use>
std::size_t each_token(std::string_view list, Use use) {
  std::size_t count = 0;
  while (!list.empty()) {
    const std::size_t space = list.find(' ');
    if (space != 0) {
      use(list.substr(0, space));
      ++count;
    }
    list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
  }
  return count;
}

}  // namespace tamis::base
