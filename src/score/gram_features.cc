// SPDX-License-Identifier: Apache-2.0
// What the words and names say, of the block and of the blocks around it.
#include "score/feature_columns.h"
#include "tamis/score.h"

#include <algorithm>
#include <cmath>

namespace tamis {

namespace {

struct GramNames {
  const char *own, *next, *before, *near, *lowest_above;
};
constexpr GramNames kWordColumns{"words.own", "words.next", "words.before", "words.near",
                                 "words.lowest_above"};
constexpr GramNames kNameColumns{"names.own", "names.next", "names.before", "names.near",
                                 "names.lowest_above"};
constexpr float kNothing = -9;    // of the block before the first one
constexpr std::size_t kNear = 3;  // blocks to each side
constexpr float kLongUnits = 8;

void add(std::span<const float> units, const std::vector<float>& odds, const GramNames& names,
         score_detail::FeatureColumns& out) {
  const std::size_t count = odds.size();
  out.add_each(names.own, [&](std::size_t b) { return odds[b]; });
  out.add_each(names.next, [&](std::size_t b) { return b + 1 < count ? odds[b + 1] : kNothing; });
  out.add_each(names.before, [&](std::size_t b) { return b > 0 ? odds[b - 1] : kNothing; });
  out.add_each(names.near, [&](std::size_t b) {
    float sum = 0, weight = 0;
    for (std::size_t n = b - std::min(b, kNear); n < std::min(count, b + kNear + 1); ++n) {
      const float own = std::sqrt(units[n] + 0.1F);
      sum += own * odds[n];
      weight += own;
    }
    return sum / weight;
  });
  float lowest = 0;
  out.add_each(names.lowest_above, [&](std::size_t b) {
    const float above = lowest;
    if (units[b] > kLongUnits) lowest = std::min(lowest, odds[b]);
    return above;
  });
}

}  // namespace

FeatureTable gram_features(std::span<const float> units, const GramOdds& odds) {
  score_detail::FeatureColumns out(units.size());
  if (!odds.words.empty()) add(units, odds.words, kWordColumns, out);
  if (!odds.names.empty()) add(units, odds.names, kNameColumns, out);
  return out.take();
}

}  // namespace tamis
