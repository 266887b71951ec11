// SPDX-License-Identifier: Apache-2.0
// The loop: what is due goes into a crawl without end; what comes of it goes back to the schedule
// and into the store.
#include "tamis/watch.h"

#include "base/url.h"
#include "watch/lists.h"
#include "watch/load.h"
#include "watch/look.h"
#include "watch/moving.h"

#include <algorithm>
#include <unordered_map>

namespace tamis {
namespace {

using watching::Lists;
using watching::Look;
using watching::Looked;
using watching::Moving;

constexpr Span kPoll{1000};  // a budget that is used up is looked at again
constexpr Span kSaveLearned{600'000};
constexpr std::size_t kMostSummedUp = 50'000;  // exchanges; each time that what is learned is saved
constexpr Moment kDeniedWait = 24 * 3600;      // robots.txt says no
constexpr Moment kNotAsked = 60;               // it was not fetched at all

Moment seconds(Time time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

// Before the schedule is loaded: new ones, and what is now wanted of known ones.
void add(const std::vector<SeedSource>& seeds, const WatchOptions& options, Store& store,
         Moment now) {
  for (const SeedSource& seed : seeds) {
    WatchedUrl url = watching::watched(seed);
    url.born = now;  // until its article says otherwise
    const auto known = store.find_url(seed.url);
    if (!known) store.add_url(url);
    if (known && seed.kind) store.set_wanted(*known, url);  // a bare URL says nothing
  }
  store.set_note("budget", std::to_string(options.schedule.fetches_per_day));
  store.commit();
}

class Watch {
 public:
  Watch(const WatchOptions& options, const WatchParts& parts)
      : options_(options),
        parts_(parts),
        begun_(parts.network.now()),
        schedule_(watching::load_schedule(parts.store, options.schedule, seconds(begun_))),
        look_(options, parts.store, parts.rules),
        lists_(options, parts.store, parts.rules),
        moving_(parts.store) {}

  WatchTotals run(const std::atomic<bool>* stop) {
    begun_ = parts_.network.now();  // loading a million URLs is no part of --for
    CrawlWatcher watcher;
    watcher.stop = stop;
    watcher.supply = [this](Time now, std::size_t waiting, std::vector<CrawlItem>& more) {
      return supply(now, waiting, more);
    };
    watcher.ended = [this](const CrawlResult& result, std::vector<CrawlItem>&) { ended(result); };
    if (options_.sitemaps) {
      parts_.store.each_url([this](const WatchedUrl& url) {
        if (url.kind == ScheduleKind::kSection) sections_[url.host].push_back(url.id);
      });
      watcher.sitemaps = [this](const std::string& authority, const std::vector<std::string>& urls,
                                std::vector<CrawlItem>&) { sitemaps(authority, urls); };
    }
    WatchTotals totals;
    totals.crawl = crawl({}, options_.crawl, parts_.network, parts_.pace, parts_.archive,
                         parts_.store, watcher);
    parts_.store.set_note("learned", schedule_.learned());
    parts_.store.commit();
    totals.looks = looks_;
    totals.first = look_.first();
    totals.found = lists_.found();
    totals.moved = moving_.moved();
    totals.changes = look_.changes();
    return totals;
  }

 private:
  struct Host {
    std::size_t waiting = 0;  // its URLs in the crawl
    Moment line = 0;          // the end of the line of those put off
  };

  Time supply(Time now, std::size_t waiting, std::vector<CrawlItem>& more) {
    if (options_.run_for && now >= begun_ + *options_.run_for) return Time::max();
    if (looks_ >= options_.crawl.max_pages) return Time::max();
    save_learned(now);
    const Moment moment = options_.once ? seconds(begun_) : seconds(now);
    while (waiting + more.size() < options_.window) {
      const std::optional<UrlId> id = schedule_.take(moment);
      if (!id) {
        if (options_.once) return Time::max();
        break;
      }
      CrawlItem item;
      WatchedUrl known = parts_.store.url(*id);
      item.url = std::move(known.url);
      item.headers = std::move(known.headers);
      item.source = *id;
      const std::string name = base::host_of(item.url);
      Host& host = hosts_[name];
      if (!options_.once && host.waiting >= options_.per_host) {
        schedule_.put_back(*id, place_in_line(host, name, moment));
        continue;
      }
      ++host.waiting;
      // Should the process die, it is due again then.
      parts_.store.set_due(*id, seconds(now) + options_.schedule.min_interval);
      more.push_back(std::move(item));
    }
    if (options_.once) return now + kPoll;
    const Moment due =
        std::min<Moment>(schedule_.next_due(), moment + Moment{options_.schedule.sweep});
    Time again = std::max(now + kPoll, Time(Span(due * 1000)));
    if (options_.run_for) again = std::min(again, begun_ + *options_.run_for);
    return again;
  }

  // When those before it are through.
  Moment place_in_line(Host& host, const std::string& name, Moment now) const {
    const Moment pause = std::max<Moment>(1, (parts_.pace.pause(name).count() + 999) / 1000);
    const auto ahead = static_cast<Moment>(options_.per_host);
    host.line = std::max(host.line + pause, now + ahead * pause);
    return host.line;
  }

  void save_learned(Time now) {
    if (now < saved_ + kSaveLearned) return;
    saved_ = now;
    parts_.store.sum_up_fetches(seconds(now - options_.keep_fetches), kMostSummedUp);
    parts_.store.set_note("learned", schedule_.learned());
  }

  void ended(const CrawlResult& result) {
    const UrlId id = result.item.source;
    const std::string host = base::host_of(result.item.url);
    std::size_t& waiting = hosts_[host].waiting;
    if (waiting > 0) --waiting;
    take(id, result, host);
    const Span pause = parts_.pace.pause(host);
    if (pause.count() > 0)
      schedule_.set_host_budget(host, 86'400'000.0 / static_cast<double>(pause.count()));
    parts_.store.set_evidence(id, schedule_.evidence(id));
  }

  void take(UrlId id, const CrawlResult& result, const std::string& host) {
    const Fetched& answer = result.answer;
    const Moment now = seconds(parts_.network.now());
    switch (answer.outcome) {
      case Outcome::kOk:
      case Outcome::kNotModified:
        ++looks_;
        if (!moving_.at(id, result, now)) return schedule_.gone(id, now);
        if (answer.outcome == Outcome::kOk) return read(id, answer, now);
        look_.unchanged(id, now);
        return schedule_.fetched(id, now, {});
      case Outcome::kRedirect:  // to a page that is watched by its own name
        return schedule_.fetched(id, now, {});
      case Outcome::kGone:
        if (look_.missing(id, answer, now)) return schedule_.gone(id, now);
        return schedule_.failed(id, now);
      case Outcome::kCancelled: return schedule_.put_back(id, now + kNotAsked);
      case Outcome::kRobotsDenied: return schedule_.failed(id, now, now + kDeniedWait);
      default: {
        const Time ready = parts_.pace.ready_at(host);
        schedule_.failed(id, now, ready == Time::max() ? 0 : seconds(ready));
      }
    }
  }

  void read(UrlId id, const Fetched& answer, Moment now) {
    if (const WatchedUrl url = parts_.store.url(id); Lists::is_list(url, answer))
      return schedule_.fetched(id, now, lists_.at(url, answer, now, schedule_));
    const Looked looked = look_.at(id, answer, now);
    if (looked.born != 0 && looked.born <= now) {
      schedule_.set_born(id, looked.born);
      parts_.store.set_born(id, looked.born);
    }
    if (looked.first_copy) schedule_.set_group(*looked.first_copy, *looked.copies);
    if (looked.copies) schedule_.set_group(id, *looked.copies);
    schedule_.fetched(id, now, looked.found);
    if (looked.claim_moved) schedule_.hint(id, Hint::kDateModified, now);
  }

  void sitemaps(const std::string& authority, const std::vector<std::string>& urls) {
    const Moment now = seconds(parts_.network.now());
    const auto found = sections_.find(base::host_of(authority));
    if (found == sections_.end()) return;
    for (const UrlId id : found->second)
      lists_.add_sitemaps(parts_.store.url(id), urls, now, schedule_);
  }

  const WatchOptions& options_;
  const WatchParts& parts_;
  Time begun_;
  Schedule schedule_;
  Look look_;
  Lists lists_;
  Moving moving_;
  std::unordered_map<std::string, std::vector<UrlId>> sections_;  // by host
  std::unordered_map<std::string, Host> hosts_;
  std::uint64_t looks_ = 0;
  Time saved_ = begun_;
};

}  // namespace

WatchTotals watch(const std::vector<SeedSource>& seeds, const WatchOptions& options,
                  const WatchParts& parts, const std::atomic<bool>* stop) {
  add(seeds, options, parts.store, seconds(parts.network.now()));
  return Watch(options, parts).run(stop);
}

std::string watch_text(const WatchTotals& totals) {
  std::string text = crawl_text(totals.crawl);
  std::uint64_t changes = 0;
  std::string kinds;
  for (const auto& [kind, count] : totals.changes) {
    changes += count;
    kinds += (kinds.empty() ? " (" : ", ") + std::to_string(count) + " " + difference_name(kind);
  }
  text += std::to_string(totals.looks) + " looks, " + std::to_string(totals.found) +
          " URLs found, " + std::to_string(totals.first) + " articles seen for the first time, " +
          std::to_string(changes) + " changes" + kinds + (kinds.empty() ? "" : ")") + "\n";
  if (totals.moved > 0) text += std::to_string(totals.moved) + " pages moved for good\n";
  return text;
}

}  // namespace tamis
