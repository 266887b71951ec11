// SPDX-License-Identifier: Apache-2.0
#include "schedule/state.h"

#include <algorithm>

namespace tamis {

using schedule::kDay;
using schedule::Url;

const char* bound_name(DueReason::Bound bound) {
  switch (bound) {
    case DueReason::Bound::kPrice: return "price";
    case DueReason::Bound::kFirst: return "first-fetch";
    case DueReason::Bound::kMin: return "min-interval";
    case DueReason::Bound::kMax: return "max-interval";
    case DueReason::Bound::kHours: return "hours";
    case DueReason::Bound::kFailure: return "failure";
    case DueReason::Bound::kGone: return "gone";
    case DueReason::Bound::kHint: return "hint";
  }
  return "";
}

const char* hint_name(Hint hint) {
  switch (hint) {
    case Hint::kFeed: return "feed";
    case Hint::kSitemap: return "sitemap";
    case Hint::kDateModified: return "date-modified";
    case Hint::kCopy: return "copy";
  }
  return "";
}

UrlEvidence Schedule::evidence(UrlId id) const {
  const Url& url = state_->urls[id];
  return {url.shape,       url.rate,     url.raw_shape, url.raw_rate, url.fetches, url.body_changes,
          url.raw_changes, url.failures, url.last,      url.due,      url.gone};
}

void Schedule::restore(UrlId id, const UrlEvidence& evidence) {
  State& state = *state_;
  Url& url = state.urls[id];
  url.shape = evidence.shape;
  url.rate = evidence.rate;
  url.raw_shape = evidence.raw_shape;
  url.raw_rate = evidence.raw_rate;
  url.fetches = evidence.fetches;
  url.body_changes = evidence.body_changes;
  url.raw_changes = evidence.raw_changes;
  url.failures = static_cast<std::uint16_t>(std::min<std::uint32_t>(evidence.failures, 1000));
  url.last = evidence.last;
  url.due = evidence.due;
  url.gone = evidence.gone;
  const auto group = state.groups.find(url.group);
  if (group != state.groups.end() && group->second.own.rate == 0 && url.rate > 0)
    group->second.own = {url.shape, url.rate};
  state.queue(id);
}

DueReason Schedule::explain(UrlId id, Moment now) const {
  const State& state = *state_;
  const Url& url = state.urls[id];
  DueReason reason;
  const std::size_t bin =
      state.ageing(url) ? schedule::age_bin(state.age(url, now)) : schedule::kSteadyBin;
  const schedule::Place& place = state.places[state.place_of_section[url.section]];
  reason.body_rate = state.rate(url, now) * kDay;
  reason.raw_rate = url.raw_rate > 0 ? static_cast<double>(url.raw_shape / url.raw_rate) : -1;
  reason.shape_rate = state.model.host_at(url.section).curve.rate[bin];
  reason.section_scale = state.model.section_at(url.section).scale;
  reason.own_scale = state.own(url).mean();
  reason.age = state.age(url, now);
  reason.importance = state.weight(url);
  reason.price = state.price_of(url);
  reason.host_factor = place.factor;
  reason.evidence = evidence(id);
  if (state.price > 0) {
    reason.fetches_per_day = state.fetch_rate(url, now) * kDay;
    reason.budget_share = reason.fetches_per_day / state.options.fetches_per_day;
    reason.bound = state.decide(url).bound;
  }
  if (url.last != 0) {
    const double begin = state.age(url, url.last);
    const double length = static_cast<double>(std::max<Moment>(now - url.last, 0));
    reason.expected_changes =
        reason.own_scale * state.model.expected(url.section, begin, begin + length);
  }
  if (url.hint != schedule::kNoHint) {
    reason.hint = static_cast<Hint>(url.hint);
    reason.hint_trust = state.trust(url, url.hint, url.hinted);
  }
  if (url.failures > 0 && !url.gone) reason.bound = DueReason::Bound::kFailure;
  return reason;
}

}  // namespace tamis
