// SPDX-License-Identifier: Apache-2.0
// Policies that know the truth about the rates, but not when the changes come.
#include "simulation/policy.h"

#include <algorithm>
#include <cmath>

namespace tamis::simulation {
namespace {

constexpr double kStep = 10.0 / 1440;  // days between two looks at the rates
constexpr double kRetry = 1.0 / 24;

// Each page gathers `phase` at a rate that follows from its rate of changes; the page with most of
// it is fetched.
class Gathering : public Policy {
 public:
  explicit Gathering(const World& world) : world_(world) {}
  void add(std::uint32_t /*url*/, double /*day*/) override {
    phase_.push_back(0);
    blocked_.push_back(0);
  }
  std::optional<std::uint32_t> take(double day) override {
    for (; looked_ + kStep <= day; looked_ += kStep) gather(looked_ + kStep / 2);
    std::optional<std::uint32_t> best;
    for (std::uint32_t url = 0; url < phase_.size(); ++url) {
      if (blocked_[url] > day) continue;
      if (!best || phase_[url] > phase_[*best]) best = url;
    }
    return best;
  }
  void seen(std::uint32_t url, double /*day*/, const Seen& /*seen*/) override { phase_[url] = 0; }
  void failed(std::uint32_t url, double day) override { blocked_[url] = day + kRetry; }

 protected:
  virtual void gather(double day) = 0;
  const World& world() const { return world_; }
  std::vector<double>& phase() { return phase_; }
  double true_rate(std::uint32_t url, double day) const {
    return world_.rate(world_.urls[url], day);
  }

 private:
  const World& world_;
  std::vector<double> phase_, blocked_;
  double looked_ = 0;
};

// The integral of sqrt(rate): at one price of a fetch, mean delay is least when every page is
// fetched as that reaches one and the same value.
class Oracle : public Gathering {
 public:
  using Gathering::Gathering;

 protected:
  void gather(double day) override {
    for (std::uint32_t url = 0; url < phase().size(); ++url)
      phase()[url] += kStep * std::sqrt(true_rate(url, day));
  }
};

class HarmonicOracle : public Gathering {
 public:
  HarmonicOracle(const World& world, double fetches_per_day)
      : Gathering(world), budget_(fetches_per_day) {}

 protected:
  void gather(double day) override {
    for (int round = 0; round < 8; ++round) {
      double wanted = 0;
      for (std::uint32_t url = 0; url < phase().size(); ++url) wanted += rho(true_rate(url, day));
      price_ *= (wanted / budget_) * (wanted / budget_);
    }
    for (std::uint32_t url = 0; url < phase().size(); ++url)
      phase()[url] += kStep * rho(true_rate(url, day));
  }

 private:
  double rho(double rate) const { return (std::sqrt(rate * rate + 4 * rate / price_) - rate) / 2; }
  double budget_;
  double price_ = 1;
};

}  // namespace

std::unique_ptr<Policy> make_oracle(const World& world) {
  return std::make_unique<Oracle>(world);
}
std::unique_ptr<Policy> make_harmonic_oracle(const World& world, double fetches_per_day) {
  return std::make_unique<HarmonicOracle>(world, fetches_per_day);
}

}  // namespace tamis::simulation
