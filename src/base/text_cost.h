// SPDX-License-Identifier: Apache-2.0
// How unlikely a text is, in bits, under a plain model of characters: frequencies for Chinese,
// round figures for other scripts. Readings of the same bytes are compared by it: the right charset
// is the cheap one. (A mean log frequency with the bytes as the common denominator.)
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::base {

// Each of the `errors` replaced characters costs as much as the least likely character.
double cost_in_bits(std::string_view utf8, std::uint32_t errors);

}  // namespace tamis::base
