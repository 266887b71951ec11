// SPDX-License-Identifier: Apache-2.0
// What pages call charsets, and what they mean by it (WHATWG Encoding Standard, 4.2), with one
// change: gb2312 and gbk are gb18030, a superset, since pages that declare them hold it.
#pragma once

#include <string_view>

namespace tamis::decoding {

// Any case, white space around it. Empty when no such charset is known.
std::string_view charset_of_label(std::string_view label);

}  // namespace tamis::decoding
