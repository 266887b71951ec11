// SPDX-License-Identifier: Apache-2.0
// WARC records for tests.
#pragma once

#include <string>
#include <string_view>

namespace tamis::test {

// "WARC/1.0" ... with the right Content-Length and the empty lines behind. `fields`: further header
// lines, each with CRLF.
std::string warc_record(std::string_view type, std::string_view id, std::string_view content_type,
                        std::string_view block, std::string_view fields = {});

// A response record: `head` is the HTTP status line and headers, each with CRLF.
std::string warc_response(std::string_view id, std::string_view head, std::string_view body,
                          std::string_view fields = {});

// A 200 response of text/html with that body.
std::string warc_page(std::string_view id, std::string_view body);

std::string chunked(std::string_view body, std::size_t size);

}  // namespace tamis::test
