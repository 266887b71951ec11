// SPDX-License-Identifier: Apache-2.0
// Lines of `Name: value`, as WARC records, HTTP messages and sidecars have them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamis::source {

using Headers = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::size_t kMaxHeaders = 1000;  // more lines than this are dropped

// One line off the front of `rest`, without LF or CRLF.
std::string_view take_line(std::string_view& rest);

std::string_view trim_blanks(std::string_view text);  // spaces and tabs
std::string lower_case(std::string_view text);        // ASCII

// The lines up to an empty one or the end; `rest` then stands behind it. Lines that begin with a
// blank go on the one before; lines without a colon are passed over.
Headers take_headers(std::string_view& rest);

// The first value of that name in any case; empty when there is none.
std::string_view find_header(const Headers& headers, std::string_view name);

// "text/html" of "Text/HTML; charset=gbk".
std::string media_type(std::string_view content_type);

// The status of "HTTP/1.1 200 OK", which is then taken off `rest`.
std::optional<std::string> take_status_line(std::string_view& rest);

}  // namespace tamis::source
