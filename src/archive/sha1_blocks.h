// SPDX-License-Identifier: Apache-2.0
// Whole blocks of SHA-1 (FIPS 180-4): plainly, and by the processor's own instructions where it has
// them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tamis::archive {

using Sha1State = std::array<std::uint32_t, 5>;

// `count` blocks of 64 bytes.
void add_blocks_plainly(Sha1State& state, const unsigned char* blocks, std::size_t count);

bool has_sha1_instructions();
// Only where it has them.
void add_blocks_natively(Sha1State& state, const unsigned char* blocks, std::size_t count);

}  // namespace tamis::archive
