// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamis::discovery {

// XML as an XML parser will take it. Off: comments, processing instructions, and the document type
// with all its entities, so that none can be declared, expanded or fetched. Put right: references
// that XML itself does not know, ampersands and less-than signs that begin nothing, characters
// that XML does not allow. `utf8` is valid UTF-8. Linear.
std::string tidy_xml(std::string_view utf8);

}  // namespace tamis::discovery
