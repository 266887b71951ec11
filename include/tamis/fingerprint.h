// SPDX-License-Identifier: Apache-2.0
// fingerprint: 96 bytes that stand for an article's body when pairs are looked for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

struct Hash128 {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const Hash128&) const = default;
};

inline constexpr std::uint32_t kSketch = 16;

struct Fingerprint {
  Hash128 exact;               // of the canonical text; zero when nothing of it is left
  std::uint64_t simhash = 0;   // 64-bit, over hashed shingles (Charikar 2002; Manku et al. 2007)
  std::uint32_t shingles = 0;  // distinct; 0: too short to compare
  // The low halves of the smallest min(kSketch, shingles) hashes, smallest hash first (bottom-k,
  // Broder 1997). Finds copies that a header, a footer or a cut carries far away in SimHash bits.
  std::array<std::uint32_t, kSketch> sketch{};
};

// The text as matching sees it: case and width folded, white space, punctuation and symbols out.
std::string canonical(std::string_view utf8);

// Sorted distinct hashes of the shingles (runs of kShingle characters) of a canonical text.
// Three characters find more than four or five, and no more of what is not alike (measured on
// zh-synth-dxy and dxy-digest-zh).
inline constexpr int kShingle = 3;
std::vector<std::uint64_t> shingles(std::string_view canonical_text);

// Pure; any thread. Linear in the text.
Fingerprint fingerprint(std::string_view utf8);

}  // namespace tamis
