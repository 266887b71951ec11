// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::discovery {

// The character reference that `text` begins with ("&#8230;", "&hellip;"): appends its character
// and returns its length; 0 when there is none. Names: those that feeds use; one that is not known
// becomes a space.
std::size_t append_reference(std::string& out, std::string_view text);

// A title as plain text on one line: markup off, references undone, white space collapsed, cut at
// 1,000 bytes.
std::string plain_title(std::string_view text);

}  // namespace tamis::discovery
