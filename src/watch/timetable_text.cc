// SPDX-License-Identifier: Apache-2.0
#include "tamis/watch.h"
#include "watch/load.h"
#include "watch/look.h"

#include <array>
#include <cstdio>
#include <unordered_set>

namespace tamis {
namespace {

// Urls that nobody has fetched have no rate yet: from their first fetch on they are taken to be as
// others of their kind.
void assume_first(Schedule& schedule, Moment now) {
  for (UrlId id = 0; id < schedule.size(); ++id) {
    UrlEvidence known = schedule.evidence(id);
    if (known.last != 0) continue;
    known.last = known.due = now;
    known.fetches = 1;
    schedule.restore(id, known);
  }
  // Sets the price; what has its turn now keeps it.
  if (const auto id = schedule.take(now - 1)) schedule.put_back(*id, now);
}

std::string span_text(double seconds) {
  std::array<char, 40> text{};
  if (seconds < 5400) {
    std::snprintf(text.data(), text.size(), "%.0f minutes", seconds / 60);
  } else if (seconds < 2 * 86400) {
    std::snprintf(text.data(), text.size(), "%.1f hours", seconds / 3600);
  } else {
    std::snprintf(text.data(), text.size(), "%.1f days", seconds / 86400);
  }
  return text.data();
}

}  // namespace

std::string timetable_text(Store* store, const std::vector<SeedSource>& seeds,
                           const ScheduleOptions& options, Moment now, Moment until,
                           std::size_t limit) {
  Schedule schedule =
      store == nullptr ? Schedule(options) : watching::load_schedule(*store, options, now);
  std::vector<const SeedSource*> fresh;  // behind those of the store
  std::unordered_set<std::string_view> seen;
  for (const SeedSource& seed : seeds) {
    if ((store != nullptr && store->find_url(seed.url)) || !seen.insert(seed.url).second) continue;
    schedule.add(watching::spec_of(watching::watched(seed)), now);
    fresh.push_back(&seed);
  }
  const std::size_t known = schedule.size() - fresh.size();
  assume_first(schedule, now);
  const std::vector<Planned> table = schedule.timetable(now, until, limit);
  std::string text;
  for (const Planned& planned : table) {
    text += watching::iso_moment(planned.at) + "  ";
    text += planned.url < known ? store->url_of(planned.url) : fresh[planned.url - known]->url;
    text += '\n';
  }
  if (table.size() == limit) text += "...\n";
  std::array<char, 64> budget{};
  std::snprintf(budget.data(), budget.size(), "%.0f", options.fetches_per_day);
  text += std::to_string(schedule.size()) + " URLs (" + std::to_string(fresh.size()) +
          " of them new), " + budget.data() + " fetches a day. ";
  text += "From a change to the fetch that finds it: " + span_text(schedule.expected_delay(now)) +
          " on average, as far as is known.\n";
  return text;
}

}  // namespace tamis
