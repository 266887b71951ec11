// SPDX-License-Identifier: Apache-2.0
// Blocks since the last, and until the next, block of a kind (at most 99); the best run of blocks.
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

struct RunNames {
  const char *inside, *begin, *end;
};

// The run of rows with the largest sum of `weight(row)` (Kadane): whether each row stands in it,
// and how far it is from its two ends.
template <class Weight>
void add_best_run(std::size_t rows, const Weight& weight, const RunNames& names,
                  FeatureColumns& out) {
  float best = 0, sum = 0;
  std::size_t first = 0, best_first = 0, best_last = 0;
  for (std::size_t b = 0; b < rows; ++b) {
    if (sum <= 0) {
      sum = 0;
      first = b;
    }
    sum += weight(b);
    if (sum <= best) continue;
    best = sum;
    best_first = first;
    best_last = b + 1;
  }
  const auto inside = out.add(names.inside), begin = out.add(names.begin), end = out.add(names.end);
  for (std::size_t b = 0; b < rows; ++b) {
    inside[b] = b >= best_first && b < best_last;
    begin[b] = static_cast<float>(b) - static_cast<float>(best_first);
    end[b] = static_cast<float>(best_last) - static_cast<float>(b);
  }
}

}  // namespace tamis::score_detail
