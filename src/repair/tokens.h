// SPDX-License-Identifier: Apache-2.0
// A line of text as the repair of shifted text reads it: characters with their bytes in GBK, and
// what annotations have left.
#pragma once

#include "repair/readings.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tamis::repairing {

enum class TokenKind : std::uint8_t {
  kCharacter,
  kAnnotated,  // a character and its reading: "協(xié)"
  kOrphan,     // a reading whose bracket was swallowed: "?jié)"
  kNote,       // a reading in brackets that the character before it does not have
  kBroken,     // "?" or U+FFFD: a pair that no decoder reads, or a question mark
};

struct Token {
  TokenKind kind;
  std::uint16_t bytes = 0;  // of the character: a pair of GBK, or one of ASCII; 0: none
  Readings::Id reading = 0;
  char32_t c = 0;
  std::uint32_t begin = 0, end = 0;  // bytes of the text
};

// "(xié)" or "(luò )" at `at`, or without its bracket: the reading, and the end behind ")".
struct Annotation {
  Readings::Id reading;
  std::size_t end;
};
std::optional<Annotation> annotation_at(std::string_view text, std::size_t at, bool bracket,
                                        const Readings& readings);

// A note is the reading of the character before it, once that one is known.
inline bool explains(const Token& note, char32_t before, const Readings& readings) {
  return readings.is_traditional(before) && readings.has(before, note.reading);
}

// The tokens of text[begin, end).
std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end,
                             const Readings& readings);

}  // namespace tamis::repairing
