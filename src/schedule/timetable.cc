// SPDX-License-Identifier: Apache-2.0
// What is to come, for a look before the first request.
#include "schedule/state.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace tamis {

using schedule::kDay;
using schedule::Url;

std::vector<Planned> Schedule::timetable(Moment now, Moment until, std::size_t limit) const {
  const State& state = *state_;
  using Entry = std::pair<Moment, UrlId>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (UrlId id = 0; id < state.urls.size(); ++id) {
    const Moment due = std::max(now, state.urls[id].due);
    if (due < until) queue.emplace(due, id);
  }
  // A fetch takes place when the budget has given it, however many are due at once.
  const double spacing = kDay / state.options.fetches_per_day;
  auto free = static_cast<double>(now);
  std::vector<Planned> table;
  while (!queue.empty() && table.size() < limit) {
    const auto [due, id] = queue.top();
    queue.pop();
    free = std::max(free, static_cast<double>(due));
    const auto at = static_cast<Moment>(free);
    if (at >= until) break;
    free += spacing;
    table.push_back({at, id});
    if (state.price == 0) continue;
    const Moment again = std::max(at + 1, state.decide(state.urls[id], at).due);
    if (again < until) queue.emplace(again, id);
  }
  return table;
}

double Schedule::expected_delay(Moment now) const {
  const State& state = *state_;
  double delay = 0;
  double changes = 0;
  if (state.price == 0) return 0;
  for (const Url& url : state.urls) {
    if (url.gone) continue;
    const double rate = state.rate(url, now);
    delay += rate * state.unannounced(url) / (2 * state.fetch_rate(url, now));
    changes += rate;
  }
  return changes > 0 ? delay / changes : 0;
}

}  // namespace tamis
