// SPDX-License-Identifier: Apache-2.0
// The rules that we are compared with, all under the same budget: each has a queue by due time, and
// whenever the budget allows a fetch the first of the queue gets it, due already or not. So none
// loses by being idle, and none by asking for more than there is.
#include "simulation/policy.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tamis::simulation {
namespace {

constexpr double kMinute = 1.0 / 1440;

class Queued : public Policy {
 public:
  void add(std::uint32_t url, double day) override {
    due_.resize(url + 1, 0);
    put(url, first_due(url, day));
  }
  std::optional<std::uint32_t> take(double /*day*/) override {
    if (queue_.empty()) return std::nullopt;
    const std::uint32_t url = queue_.begin()->second;
    queue_.erase(queue_.begin());
    return url;
  }

 protected:
  virtual double first_due(std::uint32_t url, double day) = 0;
  void put(std::uint32_t url, double due) {
    due_[url] = due;
    queue_.emplace(due, url);
  }

 private:
  std::set<std::pair<double, std::uint32_t>> queue_;
  std::vector<double> due_;
};

class Uniform : public Queued {
 public:
  void seen(std::uint32_t url, double day, const Seen& /*seen*/) override { put(url, day + 1); }
  void failed(std::uint32_t url, double day) override { put(url, day + 1); }

 protected:
  double first_due(std::uint32_t /*url*/, double day) override { return day + 1; }
};

class Nutch : public Queued {
 public:
  Nutch(Signal signal, bool sync_delta, double first)
      : signal_(signal), sync_delta_(sync_delta), first_(first) {}
  void seen(std::uint32_t url, double day, const Seen& seen) override {
    double& interval = interval_[url];
    double due = day;
    const bool changed = signal_ == Signal::kRaw ? seen.raw_changed : seen.body_changed;
    interval *= changed ? 0.8 : 1.4;
    if (changed) modified_[url] = day;
    if (sync_delta_) {
      const double delta = day - modified_[url];
      if (delta > interval) interval = delta;
      due = day - 0.3 * delta;
    }
    interval = std::clamp(interval, kMinute, 365.0);
    put(url, due + interval);
  }
  void failed(std::uint32_t url, double day) override { put(url, day + 1); }

 protected:
  double first_due(std::uint32_t url, double day) override {
    interval_.resize(url + 1, first_);
    modified_.resize(url + 1, day);
    return day + first_;
  }

 private:
  Signal signal_;
  bool sync_delta_;
  double first_;
  std::vector<double> interval_, modified_;
};

class StormCrawler : public Queued {
 public:
  StormCrawler(Signal signal, double first) : signal_(signal), first_(first) {}
  void seen(std::uint32_t url, double day, const Seen& seen) override {
    double& interval = interval_[url];
    const bool changed = signal_ == Signal::kRaw ? seen.raw_changed : seen.body_changed;
    if (forgot_[url])
      forgot_[url] = false;  // no signature to compare with
    else
      interval = changed ? 0.5 * interval + 0.5 * kLeast : std::min(interval * 1.5, kMost);
    put(url, day + std::floor(interval / kMinute) * kMinute);
  }
  void failed(std::uint32_t url, double day) override {
    interval_[url] = first_;
    forgot_[url] = true;
    put(url, day + 120 * kMinute);
  }

 protected:
  double first_due(std::uint32_t url, double day) override {
    interval_.resize(url + 1, first_);
    forgot_.resize(url + 1, false);
    return day + first_;
  }

 private:
  static constexpr double kLeast = 60 * kMinute, kMost = 14;
  Signal signal_;
  double first_;
  std::vector<double> interval_;
  std::vector<bool> forgot_;
};

}  // namespace

std::unique_ptr<Policy> make_uniform() {
  return std::make_unique<Uniform>();
}
std::unique_ptr<Policy> make_nutch(Signal signal, bool sync_delta, double first) {
  return std::make_unique<Nutch>(signal, sync_delta, first);
}
std::unique_ptr<Policy> make_storm_crawler(Signal signal, double first) {
  return std::make_unique<StormCrawler>(signal, first);
}

}  // namespace tamis::simulation
