// SPDX-License-Identifier: Apache-2.0
// When a page is worth its next fetch. At a fixed price its rate of fetches, rho, follows from its
// rate of changes at each age; the next fetch is due when the integral of rho since the last good
// one reaches 1. So an article's intervals grow as it ages, without a rule that says so.
#include "schedule/allocation.h"
#include "schedule/state.h"

#include <algorithm>
#include <cmath>

namespace tamis {

using schedule::Decision;
using schedule::kDay;
using schedule::Url;
using Bound = DueReason::Bound;

namespace {

constexpr double kTrustHints = 4;     // weight of the level above in the belief in a hint
constexpr double kFirstLies = 0.1;    // a page and day, before anything is known
constexpr double kRecallChanges = 4;  // weight of the doubt that changes are announced
constexpr double kMostRecall = 0.9;
constexpr std::uint32_t kGoneFirst = 24 * 3600;

// first x 2^steps, at most `most`.
std::uint32_t doubled(std::uint32_t first, std::uint32_t steps, std::uint32_t most) {
  const std::uint64_t value = std::uint64_t{first} << std::min<std::uint32_t>(steps, 20);
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, most));
}

}  // namespace

bool Schedule::State::ageing(const Url& url) const {
  return model.host_at(url.section).kind == ScheduleKind::kArticle;
}

double Schedule::State::age(const Url& url, Moment at) const {
  return std::max(0.0, static_cast<double>(at - url.born));
}

schedule::Gamma Schedule::State::own(const Url& url) const {
  if (url.group != 0) {
    const auto found = groups.find(url.group);
    if (found != groups.end() && found->second.own.rate > 0) return found->second.own;
  }
  if (url.rate > 0) return {url.shape, url.rate};
  return schedule::Model::own_prior();
}

double Schedule::State::weight(const Url& url) const {
  if (url.group == 0) return url.importance;
  const auto found = groups.find(url.group);
  if (found == groups.end() || found->second.members.empty()) return url.importance;
  return url.importance / static_cast<double>(found->second.members.size());
}

double Schedule::State::price_of(const Url& url) const {
  return price * places[place_of_section[url.section]].factor;
}

std::uint32_t Schedule::State::min_of(const Url& url) const {
  return url.min != 0 ? url.min : options.min_interval;
}

std::uint32_t Schedule::State::max_of(const Url& url) const {
  return std::max(min_of(url), url.max != 0 ? url.max : options.max_interval);
}

// Changes faster than that are all alike to somebody who may not come more often.
double Schedule::State::most_rate(const Url& url) const {
  return 4.0 / min_of(url);
}

double Schedule::State::rate(const Url& url, Moment at) const {
  const std::size_t bin = ageing(url) ? schedule::age_bin(age(url, at)) : schedule::kSteadyBin;
  return std::min(own(url).mean() * model.rate(url.section, bin) / kDay, most_rate(url));
}

double Schedule::State::fetch_rate(const Url& url, Moment at) const {
  if (url.gone) return 1.0 / doubled(kGoneFirst, url.failures, max_of(url));
  const double wanted = schedule::fetch_rate(options.objective, weight(url),
                                             rate(url, at) * unannounced(url), price_of(url));
  return std::clamp(wanted, 1.0 / max_of(url), 1.0 / min_of(url));
}

Moment Schedule::State::by_price(const Url& url, Moment last) const {
  const double scale = own(url).mean() * unannounced(url) / kDay;
  const double importance = weight(url);
  const double cost = price_of(url);
  const double begin = age(url, last);
  const double longest = max_of(url);
  const double most = most_rate(url);
  double done = 0;
  double wait = longest;
  schedule::for_each_bin(
      ageing(url), begin, begin + longest, [&](std::size_t bin, double from, double to) {
        const double here_rate = std::min(scale * model.rate(url.section, bin), most);
        const double rho = schedule::fetch_rate(options.objective, importance, here_rate, cost);
        const double here = rho * (to - from);
        if (done + here >= 1) {
          wait = from - begin + (1 - done) / rho;
          return false;
        }
        done += here;
        return true;
      });
  return last + static_cast<Moment>(std::ceil(std::min(wait, longest)));
}

// That a hint that came at `at` is true: true ones come as often as the page changes then, false
// ones at any time.
double Schedule::State::trust(const Url& url, std::size_t hint, Moment at) const {
  const schedule::Trust& all = trust_in[hint];
  const schedule::Trust& here = places[place_of_section[url.section]].trust[hint];
  const double all_told = (1 + all.told) / (1 + all.changes);
  const double all_lies = (kFirstLies + all.lies) / (1 + all.days);  // a day
  const double told = (kTrustHints + here.told) / (kTrustHints / all_told + here.changes);
  const double lies = (kTrustHints + here.lies) / (kTrustHints / all_lies + here.days);
  const double truth = told * rate(url, at) * kDay;
  return truth / (truth + lies);
}

// What a host's hints announce need not be looked for.
double Schedule::State::unannounced(const Url& url) const {
  const schedule::Place& place = places[place_of_section[url.section]];
  return 1 - std::min(kMostRecall, place.led / (kRecallChanges + place.changes));
}

// When the pending hint is worth a fetch; `by_price` when that is soon enough.
// A fetch now instead of D later spares trust x D of delay and costs the part of a fetch that has
// not been waited for: with an interval t that is worth it when trust x t exceeds the price p.
// Waiting w for more changes costs (p + w + rate w^2 / 2) / (1 + rate w) a change, which is least
// at w = (sqrt(2 rate p - 1) - 1) / rate, and at once where rate x p is below 1.
Moment Schedule::State::by_hint(const Url& url, Moment by_price) const {
  if (url.hint == schedule::kNoHint || url.last == 0) return by_price;
  const double believed = trust(url, url.hint, url.hinted);
  const double cost = price_of(url) / (weight(url) * std::max(believed, 1e-6));
  if (static_cast<double>(by_price - url.last) < cost) return by_price;
  const double changes = rate(url, url.hinted) * cost;
  const double wait = changes > 1 ? cost * (std::sqrt(2 * changes - 1) - 1) / changes : 0;
  const Moment first = url.last + min_of(url);
  return std::min(by_price, std::max(first, url.hinted + static_cast<Moment>(wait)));
}

// A fetch has shown whether the pending hint was true, or that none came in this time. A change may
// have come without it: its share in the credit is that of the hint among both causes.
void Schedule::State::judge_hint(const Url& url, Moment now, bool changed) {
  schedule::Place& place = places[place_of_section[url.section]];
  const double begin = age(url, url.last);
  const double scale = own(url).mean();
  const auto expected = [&](Moment until) {
    const double length = static_cast<double>(std::max<Moment>(until - url.last, 0));
    return scale * model.expected(url.section, begin, begin + length);
  };
  double credit = 0;
  if (changed && url.hint != schedule::kNoHint) {
    const double believed = trust(url, url.hint, url.hinted);
    credit = believed / (believed - (1 - believed) * std::expm1(-expected(now)));
  }
  const double all = expected(now);
  for (std::size_t hint = 0; hint < kHints; ++hint) {
    const bool came = hint == url.hint;
    const Moment until = came ? url.hinted : now;
    for (schedule::Trust* trust : {&place.trust[hint], &trust_in[hint]}) {
      trust->changes += came ? expected(until) : all;
      trust->days += static_cast<double>(until - url.last) / kDay;
      trust->told += came ? credit : 0;
      trust->lies += came ? 1 - credit : 0;
    }
  }
  if (!changed) return;
  place.changes += 1;
  if (url.followed) place.led += credit;  // a hint that nobody follows saves no fetch
}

Moment Schedule::State::in_windows(const Url& url, Moment at) const {
  return url.windows == 0 ? at : next_in_windows(windows[url.windows - 1], at);
}

Decision Schedule::State::decide(const Url& url, Moment last) const {
  Decision decision;
  if (last == 0) {
    decision = {url.due, Bound::kFirst};
  } else if (url.gone) {
    decision = {last + doubled(kGoneFirst, url.failures, max_of(url)), Bound::kGone};
  } else {
    decision.due = by_price(url, last);
    const Moment hinted = last == url.last ? by_hint(url, decision.due) : decision.due;
    if (hinted < decision.due) decision = {hinted, Bound::kHint};
    if (decision.due >= last + max_of(url)) decision = {last + max_of(url), Bound::kMax};
    if (decision.due < last + min_of(url)) decision = {last + min_of(url), Bound::kMin};
  }
  const Moment open = in_windows(url, decision.due);
  if (open != decision.due) decision = {open, Bound::kHours};
  return decision;
}

}  // namespace tamis
