// SPDX-License-Identifier: Apache-2.0
#include "tamis/schedule.h"

#include "schedule/state.h"

#include <algorithm>

namespace tamis {

using schedule::Gamma;
using schedule::kNoHint;
using schedule::Url;

namespace {

constexpr Gamma kRawPrior{0.5, 0.5};  // days: one change a day, hardly believed

}  // namespace

Schedule::Schedule(const ScheduleOptions& options) : state_(std::make_unique<State>(options)) {}
Schedule::~Schedule() = default;
Schedule::Schedule(Schedule&&) noexcept = default;
Schedule& Schedule::operator=(Schedule&&) noexcept = default;

std::size_t Schedule::size() const {
  return state_->urls.size();
}
Moment Schedule::due(UrlId id) const {
  return state_->urls[id].due;
}
Moment Schedule::next_due() const {
  return state_->wheel.earliest();
}
double Schedule::price() const {
  return state_->price;
}

void Schedule::State::queue(UrlId id) {
  Url& url = urls[id];
  url.away = false;
  wheel.insert(id, url.due);
}

std::uint32_t Schedule::State::place(const std::string& host) {
  const auto [found, is_new] =
      place_ids.try_emplace(host, static_cast<std::uint32_t>(places.size()));
  if (is_new) {
    places.emplace_back();
    place_names.push_back(host);
  }
  return found->second;
}

std::uint32_t Schedule::State::section(const std::string& host, std::string_view name,
                                       ScheduleKind kind) {
  const std::uint32_t number = place(host);
  const std::uint32_t made = model.section(host, name, kind, number);
  if (made >= place_of_section.size()) place_of_section.resize(made + 1, number);
  return made;
}

UrlId Schedule::add(const UrlSpec& spec, Moment now) {
  State& state = *state_;
  Url url;
  url.section = state.section(std::string(spec.host), spec.section, spec.kind);
  url.born = spec.born == 0 ? now : std::min(spec.born, now);
  url.importance = spec.importance > 0 ? spec.importance : 1;
  url.min = spec.min;
  url.max = spec.max;
  if (!spec.windows.empty()) {
    auto& lists = state.windows;
    const auto found = std::find(lists.begin(), lists.end(), spec.windows);
    url.windows = static_cast<std::uint16_t>(found - lists.begin() + 1);
    if (found == lists.end()) lists.push_back(spec.windows);
  }
  url.due = state.in_windows(url, now);
  const auto id = static_cast<UrlId>(state.urls.size());
  if (id == 0) state.wheel.start(now);
  state.urls.push_back(url);
  if (spec.group != 0) set_group(id, spec.group);
  state.queue(id);
  return id;
}

void Schedule::set_host_budget(std::string_view host, double fetches_per_day) {
  state_->places[state_->place(std::string(host))].fetches_per_day = fetches_per_day;
}

std::optional<UrlId> Schedule::take(Moment now) {
  State& state = *state_;
  state.fill(now);
  state.sweep(now);
  if (state.tokens < 1) return std::nullopt;
  while (const std::optional<std::uint32_t> id = state.wheel.take(now)) {
    Url& url = state.urls[*id];
    if (url.failures == 0 && url.last != 0) {
      // What was learned since may say that there is time.
      const schedule::Decision decision = state.decide(url);
      if (decision.due > now + (now - url.last) / 16) {
        url.due = decision.due;
        state.queue(*id);
        continue;
      }
      url.followed = decision.bound == DueReason::Bound::kHint;
    }
    if (url.failures > 0 || url.last == 0 || url.followed) state.others_now += 1;
    url.away = true;
    state.tokens -= 1;
    return *id;
  }
  return std::nullopt;
}

void Schedule::State::learn(Url& url, Moment now, bool changed) {
  const double begin = age(url, url.last);
  const double end = begin + static_cast<double>(now - url.last);
  const double expected = std::max(model.expected(url.section, begin, end), 1e-12);
  const Gamma before = own(url);
  Gamma after;
  double events = 0;
  if (!changed) {
    after = schedule::without_change(before, expected);
  } else if (url.followed) {
    events = 1;
    after = schedule::with_one_change(before, expected);
  } else {
    events = schedule::events_given_change(before.mean() * expected);
    after = schedule::with_change(before, expected);
  }
  model.learn(url.section, begin, end, events);
  url.shape = static_cast<float>(after.shape);
  url.rate = static_cast<float>(after.rate);
  const auto group = groups.find(url.group);
  if (url.group != 0 && group != groups.end()) group->second.own = after;
}

void Schedule::fetched(UrlId id, Moment now, const Observation& found) {
  State& state = *state_;
  Url& url = state.urls[id];
  if (url.last != 0 && now > url.last) {
    state.judge_hint(url, now, found.body_changed);
    state.learn(url, now, found.body_changed);
    const Gamma raw = url.raw_rate > 0 ? Gamma{url.raw_shape, url.raw_rate} : kRawPrior;
    const double days = static_cast<double>(now - url.last) / schedule::kDay;
    const Gamma after = found.raw_changed ? with_change(raw, days) : without_change(raw, days);
    url.raw_shape = static_cast<float>(after.shape);
    url.raw_rate = static_cast<float>(after.rate);
    url.body_changes += found.body_changed ? 1 : 0;
    url.raw_changes += found.raw_changed ? 1 : 0;
  }
  url.hint = kNoHint;
  url.followed = false;
  url.gone = false;
  url.failures = 0;
  ++url.fetches;
  url.last = now;
  url.due = state.decide(url).due;
  state.queue(id);
  const auto group = state.groups.find(url.group);
  if (!found.body_changed || url.group == 0 || group == state.groups.end()) return;
  for (const UrlId copy : group->second.members)
    if (copy != id) hint(copy, Hint::kCopy, now);
}

void Schedule::failed(UrlId id, Moment now, Moment not_before) {
  State& state = *state_;
  Url& url = state.urls[id];
  url.failures = static_cast<std::uint16_t>(std::min<int>(url.failures + 1, 1000));
  // Twice as long after each failure, but no longer than a day or the page's own interval.
  const Moment usual = url.last == 0 ? 86400 : std::max<Moment>(state.by_price(url, now) - now, 1);
  const Moment step = static_cast<Moment>(state.min_of(url)) << std::min<int>(url.failures - 1, 16);
  const Moment wait = std::max<Moment>(state.min_of(url), std::min<Moment>({step, usual, 86400}));
  url.due = state.in_windows(url, std::max(not_before, now + wait));
  url.followed = false;
  state.queue(id);
}

void Schedule::gone(UrlId id, Moment now) {
  State& state = *state_;
  Url& url = state.urls[id];
  url.failures = url.gone ? static_cast<std::uint16_t>(std::min<int>(url.failures + 1, 1000)) : 0;
  url.gone = true;
  url.followed = false;
  url.hint = kNoHint;
  url.last = now;
  url.due = state.decide(url).due;
  state.queue(id);
}

void Schedule::put_back(UrlId id, Moment not_before) {
  Url& url = state_->urls[id];
  if (url.away) {  // it used nothing
    state_->tokens += 1;
    if (url.failures > 0 || url.last == 0 || url.followed) state_->others_now -= 1;
  }
  url.followed = false;
  url.due = state_->in_windows(url, not_before);
  state_->queue(id);
}

void Schedule::hint(UrlId id, Hint kind, Moment now) {
  State& state = *state_;
  Url& url = state.urls[id];
  if (url.last == 0 || url.away) return;
  if (url.hint == kNoHint) url.hinted = now;
  url.hint = static_cast<std::uint8_t>(kind);
  if (url.failures > 0) return;
  const Moment due = std::max(now, state.decide(url).due);
  if (due >= url.due) return;
  url.due = due;
  state.queue(id);
}

void Schedule::set_born(UrlId id, Moment born) {
  Url& url = state_->urls[id];
  if (born != 0) url.born = url.last != 0 ? std::min(born, url.last) : born;
}

void Schedule::set_group(UrlId id, std::uint32_t group) {
  State& state = *state_;
  Url& url = state.urls[id];
  if (url.group == group) return;
  if (const auto old = state.groups.find(url.group); url.group != 0 && old != state.groups.end())
    std::erase(old->second.members, id);
  url.group = group;
  if (group == 0) return;
  schedule::Group& made = state.groups[group];
  made.members.push_back(id);
  if (made.own.rate == 0 && url.rate > 0) made.own = {url.shape, url.rate};
}

}  // namespace tamis
