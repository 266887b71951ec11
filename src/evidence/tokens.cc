// SPDX-License-Identifier: Apache-2.0
#include "evidence/tokens.h"

#include "base/tokens.h"

#include <string>
#include <vector>

namespace tamis::evidence_detail {

namespace {

std::vector<std::string_view> split(std::string_view names) {
  std::vector<std::string_view> tokens;
  base::each_token(names, [&](std::string_view token) { tokens.push_back(token); });
  return tokens;
}

void take(const TokenHint& hint, Hints& out) {
  auto& slot = hint.keeps ? out.keep : out.drop;
  if (!slot || hint.strength > slot->strength) slot = hint;
}

}  // namespace

Hints hints_of(std::string_view names, const Rules& rules) {
  Hints out;
  if (names.empty()) return out;
  const std::vector<std::string_view> tokens = split(names);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i] == "|") continue;
    if (i + 1 < tokens.size() && tokens[i + 1] != "|") {
      const auto pair = rules.hint(std::string(tokens[i]) + std::string(tokens[i + 1]));
      if (pair) {
        take(*pair, out);
        ++i;
        continue;
      }
    }
    if (const auto hint = rules.hint(tokens[i])) take(*hint, out);
  }
  return out;
}

}  // namespace tamis::evidence_detail
