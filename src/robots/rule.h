// SPDX-License-Identifier: Apache-2.0
// One allow or disallow line, ready to be matched. Knuth, Morris and Pratt's search behind each
// star, leftmost first: since a star takes anything, the leftmost place is never worse than a
// later one, so nothing is tried twice.
#pragma once

#include "robots/line.h"
#include "robots/rule_path.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::robots {

struct Rule {
  bool allow = false;
  std::uint32_t line = 0;
  std::string text;
  RulePath path;
  std::vector<std::vector<std::uint32_t>> borders;  // of each piece but the first; none for short

  // `url` as url_path makes it. Linear in both.
  bool matches(std::string_view url) const;
};

// A disallow line has its escapes undone, an allow line only its plain octets: where parsers differ
// about %62 and b, a rule forbids by either reading and allows by the letter.

Rule make_rule(const Line& line);

}  // namespace tamis::robots
