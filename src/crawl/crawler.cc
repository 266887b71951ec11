// SPDX-License-Identifier: Apache-2.0
#include "crawl/crawler.h"

#include <algorithm>
#include <utility>

namespace tamis {
namespace crawling {
namespace {

constexpr Span kLongestWait{100};  // a signal is noticed as soon
constexpr Span kTakenWait{100};    // an address that another name keeps busy is looked at again

}  // namespace

bool Crawler::add(CrawlItem item) {
  if (seen_.contains(item.url) || hops_.contains(item.url)) return false;
  auto number = static_cast<std::uint32_t>(items_.size());
  if (free_items_.empty()) {
    items_.push_back(std::move(item));
  } else {
    number = free_items_.back();
    free_items_.pop_back();
    items_[number] = std::move(item);
  }
  seen_.insert(items_[number].url);  // which stays where it is until forget()
  frontier_.push(
      std::make_unique<Task>(number, RedirectChain(items_[number].url, options_.redirects)));
  return true;
}

void Crawler::supply() {
  if (!watcher_.supply) return;
  std::vector<CrawlItem> more;
  asked_again_ = watcher_.supply(network_.now(), frontier_.waiting() + sent_.size(), more);
  for (CrawlItem& item : more) {
    if (add(item)) continue;
    Fetched answer;
    answer.url = item.url;
    answer.reason = "it is under way";
    const std::vector<std::string> hops{item.url};
    std::vector<CrawlItem> none;
    if (watcher_.ended) watcher_.ended({item, answer, hops, false}, none);
  }
}

void Crawler::add_named() {
  for (CrawlItem& item : named_) add(std::move(item));
  named_.clear();
}

// A crawl without end may fetch it again.
void Crawler::forget(const Task& task) {
  if (!watcher_.supply) return;
  for (const std::string& url : task.chain.urls()) {
    seen_.erase(url);
    hops_.erase(url);
  }
  free_items_.push_back(task.item);
}

CrawlTotals Crawler::run(std::vector<CrawlItem> items) {
  for (CrawlItem& item : items) add(std::move(item));
  std::vector<Fetched> done;
  supply();
  while (frontier_.waiting() > 0 || !sent_.empty() || asked_again_ != Time::max()) {
    add_named();
    if (stopped()) {
      stop_all(done);
      break;
    }
    start_what_may();
    archive_.flush();  // before what points there
    memory_.commit();  // nothing goes out before wait()
    network_.recycle(done);
    network_.wait(next_event(), done);
    for (Fetched& answer : done) take(answer);
    add_named();
    if (watcher_.progress) watcher_.progress(totals_, frontier_.waiting() + sent_.size());
    supply();
  }
  archive_.sync();
  memory_.commit();
  return totals_;
}

Time Crawler::next_event() const {
  const Time soon = network_.now() + kLongestWait;
  if (sent_.size() >= options_.in_flight) return soon;
  // With nobody to interrupt it, a simulation need not be woken for nothing.
  const Time turn = std::min(frontier_.next_turn(), asked_again_);
  if (watcher_.stop == nullptr && sent_.empty()) return turn;
  return std::min(soon, turn);
}

void Crawler::start_what_may() {
  const Time now = network_.now();
  while (sent_.size() < options_.in_flight) {
    Authority* authority = frontier_.next(now);
    if (authority == nullptr) return;
    // In turn, one each: where several go to one server, all of them at once would push its
    // neighbours' connections out of the cache.
    if (start_one(*authority, now) && !authority->queued && !authority->tasks.empty())
      frontier_.schedule(*authority, now);
  }
}

// Starts or refuses the authority's first task. False: nothing more to do for it now; it is then
// queued for later unless it has no tasks.
bool Crawler::start_one(Authority& authority, Time now) {
  if (authority.tasks.empty()) return false;
  if (whole_ >= options_.max_pages) {
    refuse(*frontier_.pop(authority), Outcome::kCancelled, "enough pages");
    return true;
  }
  const bool robots = !authority.tasks.front()->robots_for.empty();
  if (!robots) {
    meet(authority);
    if (authority.asking) {
      frontier_.park(authority);
      return false;
    }
  }
  const Time ready = pace_.ready_at(authority.host);
  if (ready == Time::max()) {
    if (flights_[authority.host] > 0) {
      frontier_.park(authority);
    } else {
      frontier_.schedule(authority, now + kTakenWait);
    }
    return false;
  }
  if (ready > now + options_.patience) {
    refuse(*frontier_.pop(authority), Outcome::kBusy, "the server wants a longer pause");
    return true;
  }
  Outcome why = Outcome::kOk;
  std::string reason;
  if (!robots && authority.standing != RobotsStanding::kFetch &&
      !may_ask(authority, *authority.tasks.front(), why, reason)) {
    refuse(*frontier_.pop(authority), why, std::move(reason));
    return true;
  }
  if (ready > now) {
    frontier_.schedule(authority, ready);
    return false;
  }
  if (!robots && ask_robots(authority)) return true;
  send(authority, frontier_.pop(authority));
  return true;
}

void Crawler::send(Authority& authority, std::unique_ptr<Task> task) {
  task->authority = &authority;
  FetchRequest request;
  request.id = next_id_++;
  request.url = task->url();
  if (task->robots_for.empty()) {
    request.headers = items_[task->item].headers;
    const auto known = items_[task->item].whole ? std::nullopt : memory_.find(request.url);
    if (known) {
      request.etag = known->etag;
      request.modified = known->modified;
    }
  }
  const Time now = network_.now();
  pace_.begin(authority.host, now);
  memory_.beginning(request.url, pace_.state(authority.host), now);
  ++flights_[authority.host];
  sent_.emplace(request.id, std::move(task));
  network_.start(std::move(request));
}

void Crawler::stop_all(std::vector<Fetched>& done) {
  totals_.finished = false;
  network_.cancel_all();
  done.clear();
  network_.wait(network_.now(), done);
  for (const Fetched& answer : done) {
    const std::string host = host_of_authority(authority_of(answer.url));
    pace_.end(host, answer);
    memory_.fetched(answer, {}, pace_.state(host));
  }
}

}  // namespace crawling

CrawlTotals crawl(std::vector<CrawlItem> items, const CrawlOptions& options, Network& network,
                  Politeness& pace, Archive& archive, CrawlMemory& memory,
                  const CrawlWatcher& watcher) {
  for (const ServerState& server : memory.servers()) pace.restore(server);
  return crawling::Crawler(options, network, pace, archive, memory, watcher).run(std::move(items));
}

}  // namespace tamis
