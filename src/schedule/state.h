// SPDX-License-Identifier: Apache-2.0
// All that a schedule knows, and how it decides: planning is in plan.cc, prices in price.cc.
#pragma once

#include "schedule/gamma.h"
#include "schedule/model.h"
#include "schedule/wheel.h"
#include "tamis/schedule.h"

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tamis {

namespace schedule {

inline constexpr std::uint8_t kNoHint = 0xFF;

// One page, packed: there are millions.
struct Url {
  Moment born = 0, last = 0, due = 0;
  Moment hinted = 0;          // when the pending hint came
  float shape = 0, rate = 0;  // gamma posterior of its own scale
  float raw_shape = 0, raw_rate = 0;
  float importance = 1;
  std::uint32_t section = 0, group = 0;
  std::uint32_t min = 0, max = 0;
  std::uint32_t fetches = 0, body_changes = 0, raw_changes = 0;
  std::uint16_t failures = 0;
  std::uint16_t windows = 0;  // 0: none, else 1 + place in State::windows
  std::uint8_t hint = kNoHint;
  bool followed = false;  // the fetch under way was made because of the hint
  bool gone = false;
  bool away = false;  // taken, and not yet heard of
};

// How hints of one kind come: `told` for `changes` expected, and `lies` in so many page days. Both
// up to the first hint after a fetch.
struct Trust {
  double told = 0, changes = 0;
  double lies = 0, days = 0;
};

// A host with all its pages, of whatever kind: what politeness allows it.
struct Place {
  double fetches_per_day = 0;  // 0: no bound of its own
  double factor = 1;           // its fetches cost so many times the common price
  double load = 0;             // fetches a day wanted, summed up by the sweep under way
  std::array<Trust, kHints> trust{};
  double changes = 0, led = 0;  // found; and found because a hint led there
};

// Copies of one text: one scale for all.
struct Group {
  Gamma own{0, 0};
  std::vector<UrlId> members;
};

struct Decision {
  Moment due = 0;
  DueReason::Bound bound = DueReason::Bound::kPrice;
};

}  // namespace schedule

struct Schedule::State {
  explicit State(const ScheduleOptions& wanted) : options(wanted) {}

  // plan.cc: pure functions of what is known
  bool ageing(const schedule::Url& url) const;
  double age(const schedule::Url& url, Moment at) const;
  schedule::Gamma own(const schedule::Url& url) const;
  double weight(const schedule::Url& url) const;           // its importance, shared with its copies
  double rate(const schedule::Url& url, Moment at) const;  // body changes a second
  double unannounced(const schedule::Url& url) const;      // share of the changes without a hint
  double most_rate(const schedule::Url& url) const;
  double fetch_rate(const schedule::Url& url, Moment at) const;  // fetches a second, in bounds
  double price_of(const schedule::Url& url) const;
  double trust(const schedule::Url& url, std::size_t hint, Moment at) const;
  schedule::Decision decide(const schedule::Url& url, Moment last) const;
  schedule::Decision decide(const schedule::Url& url) const { return decide(url, url.last); }
  Moment by_hint(const schedule::Url& url, Moment by_price) const;
  void judge_hint(const schedule::Url& url, Moment now, bool changed);
  Moment by_price(const schedule::Url& url, Moment last) const;
  Moment in_windows(const schedule::Url& url, Moment at) const;
  std::uint32_t min_of(const schedule::Url& url) const;
  std::uint32_t max_of(const schedule::Url& url) const;

  // price.cc: the price of a fetch is set so that all pages together want what the budget gives
  void sweep(Moment now);
  void visit(schedule::Url& url, UrlId id, Moment now);
  void finish_sweep(Moment now);
  void fill(Moment now);
  double hoard() const;  // as many tokens as are kept

  // schedule.cc
  std::uint32_t place(const std::string& host);
  std::uint32_t section(const std::string& host, std::string_view name, ScheduleKind kind);
  void queue(UrlId id);
  void learn(schedule::Url& url, Moment now, bool changed);

  ScheduleOptions options;
  schedule::Model model;
  schedule::Wheel wheel;
  std::vector<schedule::Url> urls;
  std::vector<schedule::Place> places;
  std::unordered_map<std::string, std::uint32_t> place_ids;
  std::vector<std::string> place_names;
  std::vector<std::uint32_t> place_of_section;
  std::vector<std::vector<CalendarWindow>> windows;
  std::unordered_map<std::uint32_t, schedule::Group> groups;
  std::array<schedule::Trust, kHints> trust_in{};

  double price = 0;   // seconds of delay that a fetch must spare; 0: not set yet
  double load = 0;    // fetches a second wanted, of the sweep under way
  double others = 0;  // fetches a second that no price governs: first ones, hints, failures
  double others_now = 0;
  Moment sweep_began = std::numeric_limits<Moment>::min();
  double tokens = 0;  // fetches that the budget has given and nobody has used yet
  Moment filled = std::numeric_limits<Moment>::min();
  std::size_t cursor = 0;
  std::size_t swept_size = 0;
};

}  // namespace tamis
