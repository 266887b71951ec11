// SPDX-License-Identifier: Apache-2.0
// A rule that says which page is fetched next. Times are days since the simulation began.
#pragma once

#include "simulation/world.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tamis::simulation {

struct Seen {
  bool body_changed = false;
  bool raw_changed = false;
};

class Policy {
 public:
  Policy() = default;
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  virtual ~Policy() = default;
  virtual void add(std::uint32_t url, double day) = 0;  // in order 0, 1, 2; its first fetch is made
  virtual std::optional<std::uint32_t> take(double day) = 0;
  virtual void seen(std::uint32_t url, double day, const Seen& seen) = 0;
  virtual void failed(std::uint32_t url, double day) = 0;
  virtual void hint(std::uint32_t /*url*/, double /*day*/) {}
};

enum class Signal { kRaw, kBody };  // what counts as a change

// Every page in turn.
std::unique_ptr<Policy> make_uniform();
// Apache Nutch's AdaptiveFetchSchedule as shipped: x 1.4 unchanged, x 0.8 changed; with or without
// its sync_delta. `first` is the first interval in days.
std::unique_ptr<Policy> make_nutch(Signal signal, bool sync_delta, double first);
// StormCrawler's AdaptiveScheduler: x 1.5 unchanged, halfway to the least one when changed; a
// failure makes it forget.
std::unique_ptr<Policy> make_storm_crawler(Signal signal, double first);
// Knows every page's true rate at every moment, and the best use of it that we know.
std::unique_ptr<Policy> make_oracle(const World& world);
// LambdaCrawl's allocation with the true rates.
std::unique_ptr<Policy> make_harmonic_oracle(const World& world, double fetches_per_day);
// Our own.
std::unique_ptr<Policy> make_tamis(const World& world, double fetches_per_day, Signal signal,
                                   Objective objective);

}  // namespace tamis::simulation
