// SPDX-License-Identifier: Apache-2.0
#include "schedule/gamma.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tamis::schedule {
namespace {

// The same two moments by summing up the density on a grid.
Gamma by_grid(Gamma prior, double exposure) {
  double total = 0;
  double mean = 0;
  double square = 0;
  const double step = prior.mean() / 4000;
  for (double s = step / 2; s < 40 * prior.mean(); s += step) {
    const double density =
        std::pow(s, prior.shape - 1) * std::exp(-prior.rate * s) * -std::expm1(-s * exposure);
    total += density;
    mean += density * s;
    square += density * s * s;
  }
  mean /= total;
  const double variance = square / total - mean * mean;
  return {mean * mean / variance, mean / variance};
}

TEST(Gamma, AChangeMovesItToTheMomentsOfTheTruePosterior) {
  for (const double exposure : {0.01, 0.3, 1.0, 5.0}) {
    const Gamma exact = by_grid({2, 2}, exposure);
    const Gamma made = with_change({2, 2}, exposure);
    EXPECT_NEAR(made.mean(), exact.mean(), 0.01) << exposure;
    EXPECT_NEAR(made.shape, exact.shape, 0.02) << exposure;
  }
}

TEST(Gamma, AShortIntervalWithAChangeIsOneChange) {
  const Gamma made = with_change({2, 2}, 1e-13);
  EXPECT_DOUBLE_EQ(made.shape, 3);
  EXPECT_NEAR(made.rate, 2, 1e-9);
}

TEST(Gamma, AnIntervalThatCouldNotBeWithoutChangeSaysNothing) {
  const Gamma made = with_change({2, 2}, 1e9);
  EXPECT_NEAR(made.mean(), 1, 1e-6);
  EXPECT_NEAR(made.shape, 2, 1e-3);
}

TEST(Gamma, StaysFiniteWhateverIsSeen) {
  Gamma gamma{2, 2};
  for (int n = 0; n < 10000; ++n) gamma = with_change(gamma, n % 2 == 0 ? 1e-6 : 1e6);
  EXPECT_TRUE(std::isfinite(gamma.mean()));
  EXPECT_GT(gamma.mean(), 0);
  for (int n = 0; n < 10000; ++n) gamma = without_change(gamma, 1e6);
  EXPECT_TRUE(std::isfinite(gamma.mean()));
}

TEST(Gamma, FindsTheRateFromYesAndNoOnly) {
  // A page of scale 3, looked at whenever 0.5 changes of scale 1 are expected: it has changed with
  // probability 1 - e^-1.5, here as often as that and evenly spread.
  Gamma gamma{2, 2};
  double changes = 0;
  for (int n = 1; n <= 2000; ++n) {
    const bool changed = std::floor(n * -std::expm1(-1.5)) > changes;
    changes += changed ? 1 : 0;
    gamma = changed ? with_change(gamma, 0.5) : without_change(gamma, 0.5);
  }
  EXPECT_NEAR(gamma.mean(), 3, 0.3);
}

TEST(Gamma, ExpectsAtLeastOneEventWhereSomethingChanged) {
  EXPECT_DOUBLE_EQ(events_given_change(0), 1);
  EXPECT_NEAR(events_given_change(1), 1 / (1 - std::exp(-1.0)), 1e-12);
  EXPECT_NEAR(events_given_change(10), 10, 0.001);
  EXPECT_LE(events_given_change(1e30), 100);  // no estimate feeds on itself
}

}  // namespace
}  // namespace tamis::schedule
