// SPDX-License-Identifier: Apache-2.0
// How much, and where, two texts are the same: no verdict yet.
#pragma once

#include "relate/profile.h"

#include <cstdint>
#include <vector>

namespace tamis::relating {

enum class Cover : std::uint8_t {
  kOwn,     // the shingle is not in the other text
  kShared,  // it is
  kFramed,  // it belongs to a line that stands around the article: a credit, a list of titles
};

// One text as the other sees it, by positions of shingles.
struct Side {
  std::vector<Cover> cover;
  std::uint32_t shared = 0, own = 0;  // positions outside frames
  std::uint32_t long_own = 0;         // of `own`: in stretches of at least kStretch positions
  std::uint32_t core() const { return shared + own; }
  double contained() const { return core() == 0 ? 0 : static_cast<double>(shared) / core(); }
};

// A few typos leave stretches of kShingle or twice that; a sentence leaves more.
inline constexpr std::uint32_t kStretch = 8;

struct Alike {
  Side x, y;
  double jaccard() const;  // outside frames
  bool x_is_smaller() const { return x.core() <= y.core(); }
  const Side& smaller() const { return x_is_smaller() ? x : y; }
  const Side& larger() const { return x_is_smaller() ? y : x; }
};

// Distinct shingles.
std::uint32_t count_shared(const Profile& x, const Profile& y);

// Sides are filled.
Alike look_at(const Profile& x, const Profile& y);

// The share of letters that x and y have in common in the same order (longest common subsequence
// of the two, by Myers 1986), 0 when it is below `least` or the texts are too long to tell.
double same_letters(std::u16string_view x, std::u16string_view y, double least);

}  // namespace tamis::relating
