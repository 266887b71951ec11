// SPDX-License-Identifier: Apache-2.0
// Hashes of bytes: XXH3 (xxHash 0.8), the only place that includes it. Stable across machines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tamis::base {

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
std::pair<std::uint64_t, std::uint64_t> hash128(std::string_view bytes);  // high, low

// 16 lower-case hex digits.
std::string hex(std::uint64_t value);
// 32 of them: a 128-bit hash as it is written.
inline std::string hex(std::uint64_t high, std::uint64_t low) {
  return hex(high) + hex(low);
}

}  // namespace tamis::base
