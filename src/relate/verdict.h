// SPDX-License-Identifier: Apache-2.0
// From what two texts share and what their facts say to a type. All thresholds are here.
#pragma once

#include "relate/alike.h"
#include "tamis/relate.h"

#include <cstdint>
#include <functional>

namespace tamis::relating {

struct Verdict {
  RelationType type = RelationType::kUnrelated;
  const char* because = "";  // for people, static
};

// Distinct names, of the smaller side and of one side only.
struct Places {
  std::uint32_t smaller = 0, only_smaller = 0, only_larger = 0;
};

// Facts are of what stands outside frames; a is x.
struct Facts {
  FigureMatch figures;
  std::uint32_t total_x = 0, total_y = 0;  // figures compared
  std::function<Places()> places;          // asked once, and only when the rest leaves it to them
};

Verdict verdict_on(const Profile& x, const Profile& y, const Alike& alike, const Facts& facts,
                   const RelateOptions& options);

}  // namespace tamis::relating
