// SPDX-License-Identifier: Apache-2.0
// Bytes that were recovered from characters, read once more in the charset they were meant in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tamis::repairing {

// A byte, or kHole: one or two bytes that were replaced (U+FFFD).
using Unit = std::uint16_t;
inline constexpr Unit kHole = 0x100;
using Units = std::vector<Unit>;

struct Reading {
  std::string text;        // UTF-8; what is lost is U+FFFD, once a stretch
  std::uint32_t good = 0;  // characters of two bytes and more
  std::uint32_t wide = 0;  // of these, of three bytes and more (UTF-8)
  std::uint32_t lost = 0;  // stretches with a hole, or cut by the end
  std::uint32_t bad = 0;   // sequences that break off without a hole
  bool cut = false;        // the end cut a character
};

// RFC 3629: no surrogates, no overlong forms. C1 controls are read: what was encoded twice has
// them.
Reading read_utf8(const Units& units);
Reading read_gbk(const Units& units);

}  // namespace tamis::repairing
