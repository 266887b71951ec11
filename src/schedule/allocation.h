// SPDX-License-Identifier: Apache-2.0
// How often a page is worth a fetch, at a price of a fetch.
#pragma once

#include "tamis/schedule.h"

#include <cmath>

namespace tamis::schedule {

// Fetches a second for a page with `rate` changes a second. Both rise as the price falls.
// kDelay: cost weight x rate / (2 x rho) a second, least where rho = sqrt(weight x rate / (2
// price)). kHarmonic: cost -weight x ln(rho / (rho + rate)), least where rho (rho + rate) = weight
// x rate / price (Kolobov et al. 2019, eq. 9).
inline double fetch_rate(Objective objective, double weight, double rate, double price) {
  if (objective == Objective::kDelay) return std::sqrt(weight * rate / (2 * price));
  return (std::sqrt(rate * rate + 4 * weight * rate / price) - rate) / 2;
}

}  // namespace tamis::schedule
