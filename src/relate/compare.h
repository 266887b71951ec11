// SPDX-License-Identifier: Apache-2.0
// The verdict on two texts: what they share first, figures only where they are alike.
#pragma once

#include "relate/profile.h"
#include "tamis/relate.h"

namespace tamis::relating {

// Texts of fewer shingles match only when they are the same: a headline says too little.
inline constexpr std::uint32_t kFewShingles = 8;

// As compare(): entry 0 is x, entry 1 is y.
Relation judge(const Entry& x, const Profile& of_x, const Entry& y, const Profile& of_y,
               const RelateOptions& options);

// Can the two be related? False is sure. The first asks a filter of the first text's shingles
// alone, the second their set and, of collections, the lines.
bool may_be_alike(const Profile& x, const Profile& y);
bool may_be_related(const Profile& x, const Profile& y);

// Changes the parts of a and b in the score and the evidence (not `a` and `b` themselves).
void turn_sides(Relation& relation);

}  // namespace tamis::relating
