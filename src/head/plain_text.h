// SPDX-License-Identifier: Apache-2.0
// Markup inside a JSON string to plain text.
#pragma once

#include <string>
#include <string_view>

namespace tamis::head {

// Tags out (block-level ends become line ends), the common and the numeric entities decoded.
// Linear; no more than 1 MiB of the input is read.
std::string plain_text(std::string_view markup);

}  // namespace tamis::head
