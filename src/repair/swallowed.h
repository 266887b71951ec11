// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tamis::repairing {

// A decoder has taken an ASCII character for the second byte of a pair and lost it. In markup the
// rest tells which: "<" before "/p>" or "br />", "&" before "nbsp;". 0: it does not tell.
char32_t swallowed_markup(std::string_view text, std::size_t at, bool html);

}  // namespace tamis::repairing
