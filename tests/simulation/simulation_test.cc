// SPDX-License-Identifier: Apache-2.0
// A month of watching in seconds. The seeds and shapes here are those used while tuning; the
// published figures are of others (schedule_bench, README).
#include "simulation/run.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tamis::simulation {
namespace {

World world(std::uint64_t seed, Ageing ageing, double hints = 0, double noise = 0) {
  WorldOptions options;
  options.seed = seed;
  options.ageing = ageing;
  options.urls = 400;
  options.hint_share = hints;
  options.hint_noise = noise;
  return make_world(options);
}

TEST(Simulation, TheWorldIsTheSameForTheSameSeed) {
  const World a = world(3, Ageing::kExponential);
  const World b = world(3, Ageing::kExponential);
  ASSERT_EQ(a.urls.size(), b.urls.size());
  for (std::size_t n = 0; n < a.urls.size(); ++n) EXPECT_EQ(a.urls[n].changes, b.urls[n].changes);
  EXPECT_NE(a.urls[0].changes, world(4, Ageing::kExponential).urls[0].changes);
}

TEST(Simulation, ARunIsTheSameTwice) {
  const World a = world(1, Ageing::kSteps);
  Score scores[2];
  for (Score& score : scores)
    score = run(a, *make_tamis(a, 100, Signal::kBody, Objective::kDelay), 100);
  EXPECT_EQ(scores[0].delay, scores[1].delay);
  EXPECT_EQ(scores[0].fetches, scores[1].fetches);
}

TEST(Simulation, CatchesChangesInAThirdOfTheTimeOfNutchAndNearTheOracle) {
  for (const Ageing ageing : {Ageing::kExponential, Ageing::kSteps})
    for (const double budget : {100.0, 400.0}) {
      double ours = 0;
      double nutch = 0;
      double oracle = 0;
      for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        const World a = world(seed, ageing);
        const Score score =
            run(a, *make_tamis(a, budget, Signal::kBody, Objective::kDelay), budget);
        EXPECT_LE(score.used, 1.01);
        ours += score.delay;
        nutch += run(a, *make_nutch(Signal::kRaw, true, 400 / budget), budget).delay;
        oracle += run(a, *make_oracle(a), budget).delay;
      }
      EXPECT_LT(ours, nutch / 3) << ageing_name(ageing) << budget;
      EXPECT_LT(ours, oracle * 1.2) << ageing_name(ageing) << budget;
    }
}

TEST(Simulation, HintsHelpAndLyingHintsDoLittleHarm) {
  double plain = 0;
  double told = 0;
  double lied = 0;
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    const World none = world(seed, Ageing::kExponential);
    plain += run(none, *make_tamis(none, 100, Signal::kBody, Objective::kDelay), 100).delay;
    const World good = world(seed, Ageing::kExponential, 0.5);
    told += run(good, *make_tamis(good, 100, Signal::kBody, Objective::kDelay), 100).delay;
    const World noisy = world(seed, Ageing::kExponential, 0.5, 4);
    lied += run(noisy, *make_tamis(noisy, 100, Signal::kBody, Objective::kDelay), 100).delay;
  }
  EXPECT_LT(told, plain);
  EXPECT_LT(lied, plain * 1.15);
}

}  // namespace
}  // namespace tamis::simulation
