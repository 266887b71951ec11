// SPDX-License-Identifier: Apache-2.0
#include "repair/disguise.h"

#include "base/utf8.h"
#include "repair/tokens.h"

namespace tamis::repairing {

namespace {

// A reading that explains stands behind a rare character, once; the disguise sits on frequent ones.
constexpr Cost kVeryFrequent = 7 * kNat + kNat / 2, kFrequent = 10 * kNat + kNat / 2;

struct Uses {
  std::uint64_t annotated = 0, bare = 0;
};

void learn_forms(Disguise& disguise, const std::unordered_map<char32_t, Uses>& seen,
                 const LanguageData& data) {
  for (const auto& [c, uses] : seen) {
    disguise.forms[data.readings.simplified(c)].insert(c);
  }
}

}  // namespace

Disguise find_disguise(std::string_view text, const LanguageData& data) {
  std::unordered_map<char32_t, Uses> seen;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (!base::is_han(c)) continue;
    const auto note = annotation_at(text, at, true, data.readings);
    const bool valid = note && data.readings.has(c, note->reading);
    ++(valid ? seen[c].annotated : seen[c].bare);
    if (valid) at = note->end;
  }
  Disguise disguise;
  for (const auto& [c, uses] : seen) {
    disguise.han += uses.annotated + uses.bare;
    const char32_t simple = data.readings.simplified(c);
    if (simple == c || uses.annotated == 0 || uses.annotated < 4 * uses.bare) continue;
    disguise.keys.insert(c);
    const Cost cost = data.bigrams.cost(data.bigrams.index_of(simple));
    if (cost <= kFrequent || uses.annotated > 1) disguise.annotations += uses.annotated;
    if (cost <= kVeryFrequent) disguise.annotations += uses.annotated;
  }
  disguise.found = disguise.annotations >= kNeededAnnotations &&
                   disguise.annotations * kMostHanPerAnnotation >= disguise.han;
  if (disguise.found) learn_forms(disguise, seen, data);
  return disguise;
}

}  // namespace tamis::repairing
