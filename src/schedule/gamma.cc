// SPDX-License-Identifier: Apache-2.0
#include "schedule/gamma.h"

#include <algorithm>
#include <cmath>

namespace tamis::schedule {
namespace {

// Never surer than so many changes would make it: pages turn over new leaves.
constexpr double kMostShape = 200;
// Where fetches are so far apart that every one finds a change, nothing says how many there were:
// an estimate must not feed on itself.
constexpr double kMostEvents = 20;
constexpr double kLeastShape = 1e-3;

Gamma fitted(double mean, double variance) {
  double shape = mean * mean / variance;
  if (!(shape > kLeastShape)) shape = kLeastShape;
  if (!(shape < kMostShape)) shape = kMostShape;  // also when the variance was lost in rounding
  return {shape, shape / mean};
}

}  // namespace

Gamma without_change(Gamma prior, double exposure) {
  return {prior.shape, prior.rate + exposure};
}

Gamma with_one_change(Gamma prior, double exposure) {
  return {prior.shape + 1, prior.rate + exposure};
}

Gamma with_change(Gamma prior, double exposure) {
  const double a = prior.shape;
  const double b = prior.rate;
  // Moments of s^(a-1) e^(-bs) (1 - e^(-sx)): with r = b / (b + x), the n-th is
  // a (a+1) ... / b^n times (1 - r^(a+n)) / (1 - r^a).
  const double log_r = -std::log1p(exposure / b);
  const double none = -std::expm1(a * log_r);
  if (!(none > 1e-9)) return with_one_change(prior, exposure);  // so short that it was one
  const double mean = a / b * (-std::expm1((a + 1) * log_r) / none);
  const double square = a * (a + 1) / (b * b) * (-std::expm1((a + 2) * log_r) / none);
  return fitted(mean, square - mean * mean);
}

double events_given_change(double mean) {
  if (mean < 1e-6) return 1;
  if (mean > kMostEvents) return kMostEvents;
  return mean / -std::expm1(-mean);
}

}  // namespace tamis::schedule
