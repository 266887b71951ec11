// SPDX-License-Identifier: Apache-2.0
#include "simulation/policy.h"

#include <cmath>

namespace tamis::simulation {
namespace {

constexpr double kDay = 86400;
constexpr Moment kEpoch = 1'700'000'000;

Moment moment(double day) {
  return kEpoch + static_cast<Moment>(std::floor(day * kDay));
}

ScheduleOptions options_for(double fetches_per_day, Objective objective) {
  ScheduleOptions options;
  options.fetches_per_day = fetches_per_day;
  options.objective = objective;
  return options;
}

class Tamis : public Policy {
 public:
  Tamis(const World& world, double fetches_per_day, Signal signal, Objective objective)
      : world_(world), signal_(signal), schedule_(options_for(fetches_per_day, objective)) {}

  void add(std::uint32_t url, double day) override {
    const SimUrl& known = world_.urls[url];
    UrlSpec spec;
    spec.host = known.host;
    spec.section = known.section;
    spec.kind = known.kind;
    if (known.kind == ScheduleKind::kArticle) spec.born = moment(known.born);
    schedule_.add(spec, moment(day));
    // The first fetch is everybody's and costs nothing: it is taken out of the queue here.
    schedule_.fetched(url, moment(day), {});
  }
  std::optional<std::uint32_t> take(double day) override { return schedule_.take(moment(day)); }
  void seen(std::uint32_t url, double day, const Seen& seen) override {
    const bool changed = signal_ == Signal::kRaw ? seen.raw_changed : seen.body_changed;
    schedule_.fetched(url, moment(day), {changed, seen.raw_changed});
  }
  void failed(std::uint32_t url, double day) override { schedule_.failed(url, moment(day)); }
  void hint(std::uint32_t url, double day) override {
    schedule_.hint(url, Hint::kSitemap, moment(day));
  }

 private:
  const World& world_;
  Signal signal_;
  Schedule schedule_;
};

}  // namespace

std::unique_ptr<Policy> make_tamis(const World& world, double fetches_per_day, Signal signal,
                                   Objective objective) {
  return std::make_unique<Tamis>(world, fetches_per_day, signal, objective);
}

}  // namespace tamis::simulation
