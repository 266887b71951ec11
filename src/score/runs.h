// SPDX-License-Identifier: Apache-2.0
// Blocks since the last, and until the next, block of a kind. At most 99.
#pragma once

#include "score/feature_columns.h"
#include "score/layout.h"

namespace tamis::score_detail {

template <class Predicate>
void add_since(const Layout& at, const Predicate& is, const char* since_name,
               const char* until_name, FeatureColumns& out) {
  constexpr float kMost = 99;
  const auto since = out.add(since_name, kMost), until = out.add(until_name, kMost);
  float distance = kMost;
  for (std::size_t b = 0; b < at.count; ++b) {
    since[b] = distance;
    distance = is(b) ? 1 : distance < kMost ? distance + 1 : kMost;
  }
  distance = kMost;
  for (std::size_t b = at.count; b-- > 0;) {
    until[b] = distance;
    distance = is(b) ? 1 : distance < kMost ? distance + 1 : kMost;
  }
}

}  // namespace tamis::score_detail
