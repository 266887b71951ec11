// SPDX-License-Identifier: Apache-2.0
// watch: URLs fetched again and again, each when it is worth it. A page has changed when its
// article has: every new body is cleaned, held against the last version, and what became of it is
// a line of CRAWL/changes.jsonl (tamis/store.h). What the rest of a page does is counted only.
// Thread rule: one thread at a time.
#pragma once

#include "tamis/crawl.h"
#include "tamis/difference.h"
#include "tamis/pipeline.h"
#include "tamis/schedule.h"
#include "tamis/store.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tamis {

struct WatchOptions {
  WatchOptions() { crawl.attempts = 1; }  // the schedule sees to the next one

  CrawlOptions crawl;
  ScheduleOptions schedule;
  CleanOptions clean;
  bool once = false;                     // what is due now, and no more
  std::optional<Span> run_for;           // none: until it is stopped
  std::size_t window = 1000;             // URLs that the crawl holds at a time
  std::uint32_t max_urls = 1'000'000;    // watched in all: what lists offer beyond is left out
  Span keep_fetches{30 * 86'400'000LL};  // older exchanges are summed up by day and host
  bool sitemaps = false;     // those that robots.txt names are followed for sections of that server
  std::size_t per_host = 8;  // of one host; the others go on waiting in the schedule
};

struct WatchTotals {
  CrawlTotals crawl;
  std::uint64_t looks = 0;  // good fetches, 304 too
  std::uint64_t first = 0;  // articles seen for the first time
  std::uint64_t moved = 0;  // pages whose permanent redirect was believed
  std::uint64_t found = 0;  // URLs that lists offered
  std::map<DifferenceKind, std::uint64_t> changes;
};

struct WatchParts {
  Network& network;
  Politeness& pace;
  Archive& archive;
  Store& store;
  const Rules& rules;
};

// Watches what the store has, and `seeds`, which it is given. Throws Failure.
WatchTotals watch(const std::vector<SeedSource>& seeds, const WatchOptions& options,
                  const WatchParts& parts, const std::atomic<bool>* stop);

std::string watch_text(const WatchTotals& totals);  // the report for people

// Before any request: what would be fetched from `now` until `until`, and the delay to expect.
// `store` may be null. At most `limit` lines of timetable.
std::string timetable_text(Store* store, const std::vector<SeedSource>& seeds,
                           const ScheduleOptions& options, Moment now, Moment until,
                           std::size_t limit);

// Why a URL is due when it is: text for people, or one JSON object. Throws Failure when the store
// does not have it.
std::string explain_due(Store& store, const std::string& url, Moment now, bool json);

}  // namespace tamis
