// SPDX-License-Identifier: Apache-2.0
#include "report/fit_end.h"

#include "base/columns.h"
#include "base/utf8.h"

namespace tamis::report {

std::string fit_end(std::string_view utf8, std::size_t cells) {
  constexpr std::size_t kMostBytes = 1024;  // marks without a width could go on for ever
  std::size_t begin = utf8.size(), width = 0;
  while (begin > 0 && utf8.size() - begin < kMostBytes) {
    const std::size_t at = base::code_point_begin(utf8, begin - 1);
    width += base::width_of(utf8.substr(at, begin - at));
    if (width > cells) break;
    begin = at;
  }
  return base::fit(utf8.substr(begin), cells);
}

}  // namespace tamis::report
