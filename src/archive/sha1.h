// SPDX-License-Identifier: Apache-2.0
// SHA-1 (FIPS 180-4), for the payload digests that WARC readers check. Not for anything secret.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::archive {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);
std::string sha1_label(std::string_view bytes);  // "sha1:" and base 32 (RFC 4648)

}  // namespace tamis::archive
