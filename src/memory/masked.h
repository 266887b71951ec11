// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/segment.h"

#include <cstdint>
#include <string_view>

namespace tamis::memory {

// A block's hash on its host, bit 0 clear: letters and digits only, case and width folded; runs of
// digits are one mark, except in a sentence of its own: numbers are what tells the sentences of a
// daily bulletin apart. 0: too short to say anything.
std::uint64_t masked_hash(std::string_view host, const Block& block);

// Of the host itself: every page of it has it.
std::uint64_t host_hash(std::string_view host);

// Of a block that was kept as an article's text.
std::uint64_t kept_hash(std::uint64_t masked);

}  // namespace tamis::memory
