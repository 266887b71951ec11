// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tamis::base {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_before, before(b.size() + 1), row(b.size() + 1);
  std::iota(before.begin(), before.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_before[j - 2] + 1);
      }
    }
    two_before = std::exchange(before, row);
  }
  return before[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  word = word.substr(0, 64);
  std::string best;
  std::size_t least = word.size() + 64;
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    const std::size_t allowed = (std::max(word.size(), candidate.size()) + 1) / 3;
    if (distance < least && distance <= allowed) {
      least = distance;
      best = candidate;
    }
  }
  if (!best.empty()) return best;
  for (const std::string& candidate : known) {  // "prog" for "progress"
    if (word.size() >= 3 && candidate.starts_with(word)) return candidate;
  }
  return best;
}

}  // namespace tamis::base
