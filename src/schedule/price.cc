// SPDX-License-Identifier: Apache-2.0
// The price of a fetch. A sweep passes over all pages once in `options.sweep` seconds, a few at
// each call, sums up the fetches they want at the present price and moves pages whose time has come
// nearer. At its end the price is corrected: wants fall with its square root, so the square of
// (wanted / given) puts it right in one step.
#include "schedule/state.h"

#include <algorithm>
#include <cmath>

namespace tamis {

using schedule::kDay;
using schedule::Place;
using schedule::Url;

namespace {

constexpr double kLeastShare = 0.05;  // of the budget, for the fetches that the price governs
constexpr double kOthersMemory = 0.9;
constexpr double kLeastHoard = 4;
constexpr double kHoardDays = 4.0 / 24;
constexpr int kFirstPasses = 12;
constexpr double kFactorStep = 4;

double squared(double value) {
  return value * value;
}

}  // namespace

double Schedule::State::hoard() const {
  return std::max(kLeastHoard, options.fetches_per_day * kHoardDays);
}

void Schedule::State::fill(Moment now) {
  if (filled == std::numeric_limits<Moment>::min())
    tokens = hoard() / 2;
  else
    tokens = std::min(hoard(),
                      tokens + static_cast<double>(now - filled) / kDay * options.fetches_per_day);
  filled = now;
}

void Schedule::State::visit(Url& url, UrlId id, Moment now) {
  if (url.last == 0) return;  // first fetches are no matter of price
  const double wanted = fetch_rate(url, now);
  load += wanted;
  places[place_of_section[url.section]].load += wanted;
  if (url.away || url.failures > 0) return;
  const Moment due = decide(url).due;
  // Later is seen to when it is taken; only earlier needs a move.
  if (due + (url.due - url.last) / 16 < url.due) {
    url.due = due;
    wheel.insert(id, due);
  }
}

void Schedule::State::finish_sweep(Moment now) {
  if (sweep_began != std::numeric_limits<Moment>::min() && now > sweep_began) {
    const auto elapsed = static_cast<double>(now - sweep_began);
    others = kOthersMemory * others + (1 - kOthersMemory) * others_now / elapsed;
    others_now = 0;
    model.refresh(elapsed / kDay);
  }
  const double budget = options.fetches_per_day / kDay;
  const double wealth = 2 * tokens / hoard() - 1;  // -1 poor ... 1 rich
  const double given = std::max(budget - others, kLeastShare * budget) * std::exp2(wealth);
  for (Place& place : places) {
    if (place.fetches_per_day > 0 && place.load > 0) {
      const double over = place.load * kDay / place.fetches_per_day;
      // In small steps: at its bounds a page's want does not follow the price, and a factor that
      // jumps would swing between them.
      place.factor =
          std::max(1.0, place.factor * std::clamp(squared(over), 1 / kFactorStep, kFactorStep));
    }
    place.load = 0;
  }
  if (load > 0) price *= std::clamp(squared(load / given), 1e-3, 1e3);
  load = 0;
  cursor = 0;
  sweep_began = now;
  swept_size = urls.size();
}

void Schedule::State::sweep(Moment now) {
  if (urls.empty()) return;
  if (price == 0) price = 1;
  // Many new pages at once: the old price says nothing about them.
  if (urls.size() > 2 * swept_size) {
    for (int pass = 0; pass < kFirstPasses; ++pass) {
      load = 0;
      for (Place& place : places) place.load = 0;
      for (std::size_t id = 0; id < urls.size(); ++id) visit(urls[id], static_cast<UrlId>(id), now);
      finish_sweep(now);
    }
    return;
  }
  const double part = static_cast<double>(now - sweep_began) / std::max(1U, options.sweep);
  const double upto = std::min(1.0, part) * static_cast<double>(urls.size());
  for (; static_cast<double>(cursor) < upto; ++cursor)
    visit(urls[cursor], static_cast<UrlId>(cursor), now);
  if (part >= 1) finish_sweep(now);
}

}  // namespace tamis
