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

constexpr double kTrustFetches = 4;  // weight of the level above in the belief in a hint
constexpr std::uint32_t kGoneFirst = 24 * 3600;

// first x 2^steps, at most `most`.
std::uint32_t doubled(std::uint32_t first, std::uint32_t steps, std::uint32_t most) {
  const std::uint64_t value = std::uint64_t{first} << std::min<std::uint32_t>(steps, 20);
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, most));
}

}  // namespace

bool Schedule::State::ageing(const Url& url) const {
  return model.host_at(url.section).kind == PageKind::kArticle;
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
  const double wanted =
      schedule::fetch_rate(options.objective, weight(url), rate(url, at), price_of(url));
  return std::clamp(wanted, 1.0 / max_of(url), 1.0 / min_of(url));
}

Moment Schedule::State::by_price(const Url& url, Moment last) const {
  const double scale = own(url).mean() / kDay;
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

double Schedule::State::trust(const Url& url, std::size_t hint) const {
  const schedule::Trust& all = trust_in[hint];
  const schedule::Trust& here = places[place_of_section[url.section]].trust[hint];
  const double common = (1 + all.found) / (2 + all.asked);
  return (kTrustFetches * common + here.found) / (kTrustFetches + here.asked);
}

// A fetch now instead of when due, D later, spares trust x D of delay and costs the part of a fetch
// that has not been waited for. With an interval t = sqrt(2 price / rate) that is worth it when the
// trust exceeds half of the changes expected in an interval anyway.
bool Schedule::State::worth_following(const Url& url) const {
  if (url.hint == schedule::kNoHint || url.last == 0) return false;
  const double interval = static_cast<double>(by_price(url, url.last) - url.last);
  const double begin = age(url, url.last);
  const double usual =
      own(url).mean() * model.expected(url.section, begin, begin + std::max(interval, 1.0));
  return trust(url, url.hint) >= usual / 2;
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
  } else if (worth_following(url)) {
    decision = {last + min_of(url), Bound::kHint};
  } else {
    decision.due = by_price(url, last);
    if (decision.due >= last + max_of(url)) decision = {last + max_of(url), Bound::kMax};
    if (decision.due < last + min_of(url)) decision = {last + min_of(url), Bound::kMin};
  }
  const Moment open = in_windows(url, decision.due);
  if (open != decision.due) decision = {open, Bound::kWindow};
  return decision;
}

}  // namespace tamis
