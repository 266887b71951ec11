// SPDX-License-Identifier: Apache-2.0
// Selectors: the part of CSS that names places on news pages.
//
//   selector  = compound { ( ">" | white space ) compound }
//   compound  = ( element | "*" ) { simple } | simple { simple }
//   simple    = "." name | "#" name | "[" attribute [ ( "=" | "^=" ) value ] "]"
//
// Names are case-sensitive, elements and attributes are not. A backslash escapes, as in CSS.
#pragma once

#include "tamis/tags.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tamis::sites {

inline constexpr std::size_t kMaxSelectorBytes = 500;
inline constexpr std::size_t kMaxSteps = 16;  // compounds in one selector

struct AttributeTest {
  enum class How : std::uint8_t { kPresent, kEquals, kBegins };
  AttributeName name;
  How how = How::kPresent;
  std::string value;
};

struct Compound {
  bool child = false;      // stands right below the one before it, not anywhere below
  std::optional<Tag> tag;  // none: any element
  std::optional<std::string> id;
  std::vector<std::string> classes;
  std::vector<AttributeTest> attributes;
};

using Selector = std::vector<Compound>;

struct SelectorFault {
  std::size_t at;  // byte of the text, its size at most
  std::string message;
};

// Never throws for a bad text. Linear.
std::variant<Selector, SelectorFault> parse_selector(std::string_view text);

}  // namespace tamis::sites
