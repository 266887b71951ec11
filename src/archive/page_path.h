// SPDX-License-Identifier: Apache-2.0
// Where a page stands in `--layout files`. Pure.
#pragma once

#include <string>
#include <string_view>

namespace tamis::archive {

// "host/path/name" of a URL. No step is empty, hidden, "..", longer than a file name may be, or
// ends like a sidecar; URLs of one host that differ have paths that differ.
std::string page_path(std::string_view url);

// The same for a URL whose page_path cannot be: what would be its folder is a page, or the reverse.
std::string other_page_path(std::string_view url);

}  // namespace tamis::archive
