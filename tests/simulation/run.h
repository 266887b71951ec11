// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/policy.h"

namespace tamis::simulation {

struct Score {
  double delay = 0;  // mean hours from a body change to the fetch that found it, or to the end
  double hits = 0;   // share of the fetches that found one
  double used = 0;   // fetches made / fetches that the budget allowed
  std::uint64_t fetches = 0, changes = 0, failures = 0;
};

// The policy in the world. The budget comes as single fetches at even distances; what a policy does
// not use it may use within the next hour.
// Changes before the day `from` are not counted.
Score run(const World& world, Policy& policy, double fetches_per_day, double from = 0);

}  // namespace tamis::simulation
