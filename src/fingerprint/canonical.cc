// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "tamis/fingerprint.h"

namespace tamis {

std::string canonical(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(utf8, at)));
    if (base::is_letter_or_digit(c)) base::append_utf8(out, c);
  }
  return out;
}

}  // namespace tamis
