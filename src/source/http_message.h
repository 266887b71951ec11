// SPDX-License-Identifier: Apache-2.0
// An HTTP response as a WARC stores it: status line, headers, body (RFC 9112).
#pragma once

#include "source/header_block.h"
#include "tamis/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::source {

inline constexpr std::size_t kMaxHttpHead = 64 << 10;

struct HttpHead {
  std::string status;  // "200"
  Headers headers;
  std::size_t size = 0;  // bytes up to the body
};

// None when the bytes do not begin with a status line. A head that is longer than the bytes, or
// than kMaxHttpHead, ends there.
std::optional<HttpHead> parse_http_head(std::string_view bytes);

struct BodyLimits {
  std::uint64_t max_bytes = 0;  // decoded; more is kTooBig
  std::uint64_t max_ratio = 0;
  bool cut_allowed = false;  // WARC-Truncated: what there is of the body will do
};

// The body without its transfer and content codings. Many archives hold bodies that were decoded
// while the headers still name the coding: where the bytes do not look coded, they are taken as
// they are. kBroken: damaged or cut; kTooBig: over the limits.
Result<std::string> decode_body(std::string_view body, const Headers& headers,
                                const BodyLimits& limits);

// The chunked coding (RFC 9112, 7.1) taken off. Trailers and garbage behind the last chunk are
// ignored; bytes that do not begin with a chunk size come back as they are. `whole`: false when the
// chunks are cut or damaged; what came before is returned.
std::string remove_chunks(std::string_view body, bool& whole);

}  // namespace tamis::source
