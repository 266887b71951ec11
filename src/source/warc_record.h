// SPDX-License-Identifier: Apache-2.0
// The header of a WARC record (ISO 28500; WARC 1.0 and 1.1).
#pragma once

#include "source/header_block.h"
#include "tamis/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::source {

inline constexpr std::size_t kMaxWarcHeader = 64 << 10;

struct WarcRecord {
  std::string type;          // "response", lower case
  std::string id;            // without <>
  std::string url;           // WARC-Target-URI, without <>
  std::string content_type;  // media type of the block, lower case
  std::string payload_type;  // WARC-Identified-Payload-Type, lower case; empty: unknown
  std::uint64_t length = 0;  // bytes of the block
  bool truncated = false;    // WARC-Truncated: the crawler stopped early
};

// Bytes of the header block in front of `bytes` up to and with the empty line; 0 when it does not
// end within them; none when it is no header: no version line, a line without a colon, or another
// record's version line in it.
std::optional<std::size_t> warc_header_size(std::string_view bytes);

// kBroken without a Content-Length, or with two of a field that may be there once: then the header
// was cut and another one follows on the same line.
Result<WarcRecord> parse_warc_header(std::string_view header);

bool begins_warc_record(std::string_view bytes);  // "WARC/" and a digit

// Whether bodies of this media type are pages: HTML, plain text, or not told.
bool is_page_type(std::string_view media_type);

}  // namespace tamis::source
