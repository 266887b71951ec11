// SPDX-License-Identifier: Apache-2.0
// The content codings of a body taken off (RFC 9110, 8.4), strictly: a cut or mislabelled body is
// an outcome of its own, for the caller asks for it again. Pure; any thread.
#pragma once

#include "tamis/fetch.h"

#include <string>
#include <string_view>

namespace tamis::fetch {

inline constexpr std::string_view kAcceptEncoding = "gzip, deflate, br, zstd";
inline constexpr std::size_t kMostCodings = 3;

struct DecodedBody {
  Outcome outcome = Outcome::kOk;  // or kBadCoding, kTooBigDecoded, kBomb
  std::string reason;
  std::string bytes;
  bool coded = false;  // false: `bytes` is empty, the body is what came
};

struct DecodeCaps {
  std::uint64_t max_bytes, max_ratio;
};

DecodedBody decode_body(std::string_view wire, const HttpHeaders& headers, const DecodeCaps& caps);

}  // namespace tamis::fetch
