// SPDX-License-Identifier: Apache-2.0
// Where a line stands in a text, a few letters changed, missing or added.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tamis::memory {

struct Aligned {
  std::uint32_t begin = 0, end = 0;  // letters of the text
  std::uint32_t edits = 0;           // letters changed, missing or added
};

// Longer lines are compared by their first kMostAligned letters.
inline constexpr std::size_t kMostAligned = 600;

// `offsets`: where in the text the line may begin, a few letters off; may be negative. None when
// more than one letter in eight differs, or when a digit differs from a digit: bulletins
// of one form with other numbers are other texts. What is cut at the line's very end ("更多", half
// a number) does not count. Cost: the line times 13 an offset.
std::optional<Aligned> align(std::u16string_view line, std::u16string_view text,
                             std::span<const std::ptrdiff_t> offsets);

}  // namespace tamis::memory
