// SPDX-License-Identifier: Apache-2.0
// Figures: the numbers of a text with their unit and their place, so that two texts of one
// template can be told from two copies of one text.
#pragma once

#include "tamis/fingerprint.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::relating {

enum class FigureKind : std::uint8_t { kQuantity, kDay, kClock };  // kDay: year, month, day

struct Figure {
  std::string value;        // "1234.5": no grouping, no leading or trailing zeros
  std::string unit;         // the character after it: "例", "月", "%", "万元"; may be empty
  std::uint64_t place = 0;  // hash of the words around it, with the numbers blanked
  FigureKind kind = FigureKind::kQuantity;
  std::uint32_t at = 0;  // its first letter
};

// A name of rules/places.tsv.
struct PlaceName {
  std::u16string name;
  std::uint32_t at = 0;
};

// In order of appearance. Numbers inside names (H1N1, t.cn/A6Pq5) are no figures. At most
// kMostFigures of a text, so that a table of a million cells costs no more than an article.
inline constexpr std::size_t kMostFigures = 2000;
std::vector<Figure> figures_of(const Canonical& canonical);
std::vector<PlaceName> places_of(const Canonical& canonical, const Canon& canon);

// What two lists have to say to each other.
struct FigureMatch {
  std::uint32_t agree = 0;                                   // values both have
  std::uint32_t conflicts = 0;                               // same place, another value
  std::uint32_t quantity_conflicts = 0, quantity_agree = 0;  // of these
  std::uint32_t only_a = 0, only_b = 0;                  // values of one side, conflicts included
  std::uint32_t days_agree = 0, days_a = 0, days_b = 0;  // of agree, only_a, only_b: days
  std::uint32_t lead_days = 0;                           // of conflicts: days in both first lines
  // For people, at most kMostListed each: "1271例"; "940例|945例" (a's, b's), "12人|", "|3月".
  std::vector<std::string> agreeing, differing;
};
inline constexpr std::size_t kMostListed = 24;
inline constexpr std::uint32_t kLead = 40;  // letters
FigureMatch match_figures(const std::vector<Figure>& a, const std::vector<Figure>& b);

}  // namespace tamis::relating
