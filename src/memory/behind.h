// SPDX-License-Identifier: Apache-2.0
// What stands in a text behind each of its canonical letters: told once, when a page is sighted, in
// two bits a letter, so that no match needs the text itself.
#pragma once

#include "tamis/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::memory {

enum class Behind : std::uint8_t { kGoesOn, kSentence, kEllipsis };

// Bytes for so many letters.
inline std::size_t behind_size(std::size_t letters) {
  return (letters + 3) / 4;
}

// `read`: of `text`.
std::string behind_letters(std::string_view text, const Canonical& read);

// Behind the letter before `end`, of which there are `letters`; a text's end ends its sentence.
Behind behind(std::string_view packed, std::size_t letters, std::size_t end);

}  // namespace tamis::memory
