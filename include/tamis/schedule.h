// SPDX-License-Identifier: Apache-2.0
// schedule: when each URL is worth its next fetch. Pure logic: no clock of its own, no I/O; the
// caller says what time it is and what a fetch found. One thread at a time.
//
// A page's rate of body changes is learned as (shape by age of its kind, fitted per host) x (scale
// of its section) x (scale of its own), each shrunk towards the level above (gamma priors), from
// fetches that only say "changed since last time or not" (Cho and Garcia-Molina, "Estimating
// frequency of change", 2003). A budget of fetches a day is shared out by one price of a fetch
// (Lagrange multiplier), after LambdaCrawl (Kolobov et al., NeurIPS 2019), whose harmonic objective
// is one of the two here. What the raw bytes do is counted apart and never moves the schedule.
#pragma once

#include "tamis/calendar.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

using Moment = std::int64_t;  // seconds since 1970-01-01T00:00Z
using UrlId = std::uint32_t;  // 0, 1, 2, ... in the order of Schedule::add

// Pages of one kind age alike. Articles age from their birth; the others go on as they are.
enum class ScheduleKind : std::uint8_t { kArticle, kSection, kFeed, kSitemap };
inline constexpr std::size_t kScheduleKinds = 4;

// Signs that a page may have changed, seen without fetching it. How far each is believed is learned
// per host from what the next fetch finds.
enum class Hint : std::uint8_t {
  kFeed,          // its entry in a feed is new or newer
  kSitemap,       // its <lastmod> moved
  kDateModified,  // another page's link, or the page's own claim, has a later date
  kCopy,          // a page of its group (a syndicated copy) has changed
};
inline constexpr std::size_t kHints = 4;

enum class Objective : std::uint8_t {
  kDelay,  // least mean time from a change to the fetch that finds it: rate ~ sqrt(weight x rate)
  kHarmonic,  // LambdaCrawl's harmonic staleness: less for what changes faster than can be followed
};

// The first moment at or after `at` that some window holds; `at` itself when there is none.
Moment next_in_windows(const std::vector<CalendarWindow>& windows, Moment at);

struct ScheduleOptions {
  double fetches_per_day = 86400;  // the global budget, > 0
  Objective objective = Objective::kDelay;
  std::uint32_t min_interval = 15 * 60;         // seconds; for URLs that name none of their own
  std::uint32_t max_interval = 30 * 24 * 3600;  // seconds
  std::uint32_t sweep = 10 * 60;                // the price is set anew once in so many seconds
};

struct UrlSpec {
  std::string_view host;
  std::string_view section;  // whatever groups alike pages of a host: a section, a seed, a folder
  ScheduleKind kind = ScheduleKind::kArticle;
  Moment born = 0;        // when it was published; 0: unknown, taken to be the moment of add()
  float importance = 1;   // weight of its changes, > 0
  std::uint32_t min = 0;  // bounds of its interval in seconds; 0: the options'
  std::uint32_t max = 0;
  std::uint32_t group = 0;                   // pages with the same number share a rate; 0: alone
  std::vector<CalendarWindow> windows = {};  // none: at any time
};

// What a successful fetch found, a 304 too (nothing changed).
struct Observation {
  bool body_changed = false;  // the article differs from the one of the last good fetch
  bool raw_changed = false;   // the bytes differ
};

// A page's evidence, so that an interval [last good fetch, now) can be judged again after a
// restart.
struct UrlEvidence {
  float shape = 0, rate = 0;          // gamma posterior of the page's own scale; 0, 0: the prior
  float raw_shape = 0, raw_rate = 0;  // of the rate of raw changes, in days
  std::uint32_t fetches = 0;          // good ones
  std::uint32_t body_changes = 0, raw_changes = 0;
  std::uint32_t failures = 0;  // since the last good one
  Moment last = 0;             // last good fetch; 0: none yet
  Moment due = 0;
  bool gone = false;
  bool operator==(const UrlEvidence&) const = default;
};

// Why a URL is due when it is. Rates are per day; -1 where there is none.
struct DueReason {
  double body_rate = 0;   // changes a day expected now
  double raw_rate = 0;    // of the bytes
  double shape_rate = 0;  // what its kind does at this age on this host
  double section_scale = 0, own_scale = 0;
  double age = 0;  // seconds
  double importance = 0;
  double price = 0;             // of a fetch: Lagrange multiplier, host's factor included
  double host_factor = 1;       // > 1: the host's own budget is what binds
  double fetches_per_day = 0;   // its rate of fetches now
  double budget_share = 0;      // that, as a share of the global budget
  double expected_changes = 0;  // since the last good fetch
  double hint_trust = -1;       // belief in the pending hint
  std::optional<Hint> hint;
  UrlEvidence evidence;
  enum class Bound : std::uint8_t { kPrice, kFirst, kMin, kMax, kHours, kFailure, kGone, kHint };
  Bound bound = Bound::kPrice;  // what had the last word
};
const char* bound_name(DueReason::Bound bound);  // "price", "first-fetch", "min-interval", ...
const char* hint_name(Hint hint);                // "feed", "sitemap", "date-modified", "copy"

struct Planned {
  Moment at = 0;
  UrlId url = 0;
};

class Schedule {
 public:
  explicit Schedule(const ScheduleOptions& options);
  ~Schedule();
  Schedule(Schedule&&) noexcept;
  Schedule& operator=(Schedule&&) noexcept;

  // A new URL is due at once (inside its windows).
  UrlId add(const UrlSpec& spec, Moment now);
  std::size_t size() const;

  // Fetches a day that a host may get (politeness: 86400 / its delay); its pages share them out.
  void set_host_budget(std::string_view host, double fetches_per_day);

  // The URL that is due first, if any is due at `now`. It is out of the queue until one of the four
  // calls below says what became of it. `now` never runs backwards.
  std::optional<UrlId> take(Moment now);
  void fetched(UrlId id, Moment now, const Observation& found);
  void failed(UrlId id, Moment now, Moment not_before = 0);  // rate and evidence stay
  void gone(UrlId id, Moment now);                           // 404, 410: looked at ever more rarely
  void put_back(UrlId id, Moment not_before);                // was not fetched at all

  void hint(UrlId id, Hint kind, Moment now);
  void set_born(UrlId id, Moment born);
  void set_group(UrlId id, std::uint32_t group);

  Moment due(UrlId id) const;
  // A moment at or before the earliest due time: nothing is due before it. Max of Moment: none.
  Moment next_due() const;
  DueReason explain(UrlId id, Moment now) const;
  double price() const;

  // What is due until `until` if nothing changes and every fetch takes place when due, in order of
  // time; at most `limit` entries. The schedule itself is not touched.
  std::vector<Planned> timetable(Moment now, Moment until, std::size_t limit) const;
  // Mean seconds from a change to the fetch that finds it, over all expected changes.
  double expected_delay(Moment now) const;

  // For the store. `learned` is what all URLs have taught, as bytes of a documented text form.
  UrlEvidence evidence(UrlId id) const;
  void restore(UrlId id, const UrlEvidence& evidence);
  std::string learned() const;
  void restore_learned(std::string_view text);  // Failure when it is not such a text

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tamis
