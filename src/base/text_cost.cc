// SPDX-License-Identifier: Apache-2.0
#include "base/text_cost.h"

#include "base/utf8.h"

#include <array>
#include <cstddef>

namespace tamis::base {

namespace {

struct CostRow {
  std::uint8_t bits;
  std::string_view characters;
};

constexpr CostRow kHanRows[] = {
#include "base/han_cost.inc"
};
constexpr char32_t kHanFirst = 0x4E00, kHanLast = 0x9FFF;
constexpr unsigned kRareHan = 18, kGarbage = 20, kErrorCost = 20;

using HanCosts = std::array<std::uint8_t, kHanLast - kHanFirst + 1>;

HanCosts make_han_costs() {
  HanCosts costs;
  costs.fill(kRareHan);
  for (const CostRow& row : kHanRows) {
    for (std::size_t at = 0; at < row.characters.size();) {
      costs[next_code_point(row.characters, at) - kHanFirst] = row.bits;
    }
  }
  return costs;
}

struct Range {
  char32_t first, last;
  unsigned bits;
};

// Bits of one character in running text of its script, by how usual the range is. In order.
constexpr Range kRanges[] = {
    {0x0009, 0x000A, 5},                         // white space
    {0x000D, 0x000D, 5},  {0x0020, 0x007E, 6},   // ASCII: the same under most readings
    {0x00A0, 0x00A0, 8},  {0x00A1, 0x00AA, 13},  // Latin-1 signs
    {0x00AB, 0x00AB, 9},  {0x00AC, 0x00B6, 13}, {0x00B7, 0x00B7, 10}, {0x00B8, 0x00BA, 13},
    {0x00BB, 0x00BB, 9},  {0x00BC, 0x00BF, 13}, {0x00C0, 0x00DE, 11},  // capitals with marks
    {0x00DF, 0x00FF, 7},  {0x0100, 0x017F, 8},  {0x0386, 0x03AB, 8},   // Greek
    {0x03AC, 0x03CE, 5},  {0x0401, 0x042F, 8},                         // Cyrillic
    {0x0430, 0x044F, 5},  {0x0450, 0x045F, 8},  {0x0490, 0x0491, 8},  {0x05D0, 0x05EA, 5},
    {0x0621, 0x064A, 5},  {0x0660, 0x0669, 9},  {0x067E, 0x06CC, 8},  {0x0E01, 0x0E5B, 6},
    {0x2013, 0x2014, 9},  {0x2018, 0x2019, 9},  {0x201C, 0x201D, 7},  {0x2026, 0x2026, 9},
    {0x20AC, 0x20AC, 13}, {0x2103, 0x2103, 13}, {0x2116, 0x2122, 13}, {0x2160, 0x2169, 13},
    {0x2460, 0x2473, 13}, {0x2500, 0x25FF, 13}, {0x3000, 0x3000, 8},  {0x3001, 0x3001, 6},
    {0x3002, 0x3002, 6},  {0x3005, 0x3005, 11}, {0x3007, 0x3007, 11}, {0x3008, 0x3011, 8},
    {0x3041, 0x3093, 6},                         // kana
    {0x30A1, 0x30FE, 7},  {0xAC00, 0xD7A3, 11},  // hangul
    {0xFF01, 0xFF01, 9},  {0xFF08, 0xFF09, 9},  {0xFF0C, 0xFF0C, 5},  {0xFF10, 0xFF19, 10},
    {0xFF1A, 0xFF1F, 9},  {0xFF21, 0xFF5A, 13}, {0xFF61, 0xFF9F, 13},  // half-width kana
};

unsigned range_cost(char32_t c) {
  for (const Range& range : kRanges) {
    if (c < range.first) break;
    if (c <= range.last) return range.bits;
  }
  return kGarbage;
}

}  // namespace

double cost_in_bits(std::string_view utf8, std::uint32_t errors) {
  static const HanCosts kHanCosts = make_han_costs();
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c == kReplacement) continue;
    bits += c >= kHanFirst && c <= kHanLast ? kHanCosts[c - kHanFirst] : range_cost(c);
  }
  return static_cast<double>(bits) + static_cast<double>(errors) * kErrorCost;
}

}  // namespace tamis::base
