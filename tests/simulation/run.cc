// SPDX-License-Identifier: Apache-2.0
#include "simulation/run.h"

#include <algorithm>
#include <queue>

namespace tamis::simulation {
namespace {

// What the fetches of one page have seen so far.
struct Sight {
  std::size_t body = 0, raw = 0;  // changes seen
};

class Run {
 public:
  Run(const World& world, Policy& policy, double from)
      : world_(world), policy_(policy), from_(from) {
    sights_.resize(world.urls.size());
    for (std::uint32_t url = 0; url < world.urls.size(); ++url)
      for (const double day : world.urls[url].hints) hints_.emplace_back(day, url);
    std::sort(hints_.begin(), hints_.end());
  }

  Score go(double fetches_per_day) {
    const double step = 1 / fetches_per_day;
    const double hoard = std::max(1.0, fetches_per_day / 24);
    double tokens = 0;
    double allowed = 0;
    for (double day = step; day < world_.options.days; day += step) {
      tell(day);
      tokens = std::min(tokens + 1, hoard);
      allowed += 1;
      while (tokens >= 1) {
        const std::optional<std::uint32_t> url = policy_.take(day);
        if (!url) break;
        tokens -= 1;
        fetch(*url, day);
      }
    }
    finish();
    score_.used = static_cast<double>(score_.fetches) / allowed;
    score_.delay = delay_ * 24 / static_cast<double>(score_.changes);
    score_.hits = static_cast<double>(hits_) / static_cast<double>(score_.fetches);
    return score_;
  }

 private:
  // New pages and hints up to now.
  void tell(double day) {
    for (; known_ < world_.urls.size() && world_.urls[known_].known <= day; ++known_)
      policy_.add(static_cast<std::uint32_t>(known_), day);
    for (; hinted_ < hints_.size() && hints_[hinted_].first <= day; ++hinted_)
      if (hints_[hinted_].second < known_) policy_.hint(hints_[hinted_].second, day);
  }

  void fetch(std::uint32_t number, double day) {
    ++score_.fetches;
    const SimUrl& url = world_.urls[number];
    if (world_.down(url, day)) {
      ++score_.failures;
      policy_.failed(number, day);
      return;
    }
    Sight& sight = sights_[number];
    Seen seen;
    seen.body_changed = catch_up(url.changes, sight.body, day);
    for (; sight.raw < url.raw_changes.size() && url.raw_changes[sight.raw] <= day; ++sight.raw)
      seen.raw_changed = true;
    seen.raw_changed = seen.raw_changed || seen.body_changed || url.churns;
    hits_ += seen.body_changed ? 1 : 0;
    policy_.seen(number, day, seen);
  }

  bool catch_up(const std::vector<double>& changes, std::size_t& seen, double day) {
    const std::size_t before = seen;
    for (; seen < changes.size() && changes[seen] <= day; ++seen) {
      if (changes[seen] < from_) continue;
      delay_ += day - changes[seen];
      ++score_.changes;
    }
    return seen != before;
  }

  void finish() {
    for (std::size_t url = 0; url < sights_.size(); ++url)
      catch_up(world_.urls[url].changes, sights_[url].body, world_.options.days);
  }

  const World& world_;
  Policy& policy_;
  double from_;
  std::vector<Sight> sights_;
  std::vector<std::pair<double, std::uint32_t>> hints_;
  std::size_t known_ = 0, hinted_ = 0;
  std::uint64_t hits_ = 0;
  double delay_ = 0;
  Score score_;
};

}  // namespace

Score run(const World& world, Policy& policy, double fetches_per_day, double from) {
  return Run(world, policy, from).go(fetches_per_day);
}

}  // namespace tamis::simulation
