// SPDX-License-Identifier: Apache-2.0
// SimHash (Charikar 2002): bit i of the result is set when more than half of the hashes have it.
#pragma once

#include <cstdint>
#include <span>

namespace tamis::fingerprinting {

// Carry-save counters: the hashes are added as 64 columns at once. One word holds the same binary
// digit of all 64 counters, so adding a hash is a ripple of AND and XOR that stops, on average,
// after two words, where the usual loop looks at each of 64 bits. Full adders take the hashes
// seven at a time, which shortens the ripple further. Exact; pure.
std::uint64_t simhash(std::span<const std::uint64_t> hashes);

}  // namespace tamis::fingerprinting
