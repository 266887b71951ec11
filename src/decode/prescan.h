// SPDX-License-Identifier: Apache-2.0
// The charset that an HTML document's first bytes declare (WHATWG HTML, 13.2.3.2).
#pragma once

#include <string_view>

namespace tamis::decoding {

// A name of charset_label.h, or empty. The standard looks at 1,024 bytes; real pages declare later,
// so this goes on to the first <body or 8 KB.
std::string_view prescan(std::string_view bytes);

// The charset parameter of a Content-Type value, as the standard takes it out of a <meta>.
std::string_view charset_of_content_type(std::string_view value);

}  // namespace tamis::decoding
