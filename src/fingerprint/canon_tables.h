// SPDX-License-Identifier: Apache-2.0
// What a Canon knows: a table of all letters of the basic plane and the word lists of rules/.
#pragma once

#include "tamis/fingerprint.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace tamis {

namespace fingerprinting {

enum class Class : std::uint8_t {
  kDropped,  // white space, punctuation, symbols
  kPlain,    // goes in as its folded form
  kLatin,    // the same; a digit behind it belongs to a name
  kDigit,    // 0 to 9, of either width
  kNumeral,  // 一, 十, 两 ...: begins a number
  kHundred,  // 百: a number only as 百分之
  kDaySign,  // 号: 日 behind a month and a number
};

// The letters of a word list as they are matched against raw text: folded, blanks kept.
using Words = std::vector<std::u16string>;

}  // namespace fingerprinting

struct Canon::Tables {
  static constexpr std::size_t kPlane = 1u << 16;
  std::array<char16_t, kPlane> folded;
  std::array<fingerprinting::Class, kPlane> classes;

  // Of matching.tsv, UTF-8, longest first.
  std::vector<std::string> more, credits, bylines, agencies, dateline_ends, frames;

  struct PlaceHash {
    using is_transparent = void;
    std::size_t operator()(std::u16string_view s) const {
      return std::hash<std::u16string_view>{}(s);
    }
  };
  std::unordered_set<std::u16string, PlaceHash, std::equal_to<>> places;
  std::size_t longest_place = 0;
  // By the hash of the first two letters: bit n, a name of n letters begins so; the last bit stands
  // for all that are longer.
  std::array<std::uint16_t, kPlane> place_lengths{};
  static std::size_t two_letters(char16_t first, char16_t second) {
    return (std::size_t{first} * 0x9E37 + second) % kPlane;
  }

  Tables();
  void read(const Rules& rules);
};

namespace fingerprinting {

// What of the text is matched: without the dateline at its head, credits and "[more]" at its tail.
struct Body {
  std::size_t begin = 0, end = 0;
  bool has_more = false;
};
Body body_of(std::string_view utf8, const Canon::Tables& tables);

}  // namespace fingerprinting

}  // namespace tamis
