// SPDX-License-Identifier: Apache-2.0
// What becomes of an answer: it is kept, followed, asked for again, or the end of its URL.
#include "crawl/crawler.h"

#include <utility>
#include <variant>

namespace tamis::crawling {

void Crawler::take(Fetched& answer) {
  const auto found = sent_.find(answer.id);
  if (found == sent_.end()) return;
  std::unique_ptr<Task> task = std::move(found->second);
  sent_.erase(found);
  const std::string& host = task->authority->host;
  pace_.end(host, answer);
  if (--flights_[host] == 0) flights_.erase(host);
  frontier_.unpark(host, Time{});
  if (answer.outcome != Outcome::kServerTaken) {
    ++totals_.requests;
    totals_.wire_bytes += answer.wire.size();
    totals_.new_connections += answer.new_connection ? 1 : 0;
  }
  if (task->robots_for.empty()) {
    take_page(answer, std::move(task));
  } else {
    ++totals_.robots_requests;
    take_robots(answer, std::move(task));
  }
}

void Crawler::take_page(Fetched& answer, std::unique_ptr<Task> task) {
  if (try_again(answer, task)) return;
  keep(answer, pace_.state(task->authority->host));
  if (answer.outcome == Outcome::kRedirect) {
    ++totals_.redirects;
    follow(answer, std::move(task));
    return;
  }
  if (answer.outcome == Outcome::kOk || answer.outcome == Outcome::kNotModified) ++whole_;
  end(answer, *task);
}

// A failure that may pass is asked for again behind the others, when the server allows it soon
// enough.
bool Crawler::try_again(const Fetched& answer, std::unique_ptr<Task>& task) {
  if (!is_transient(answer.outcome) || answer.outcome == Outcome::kCancelled) return false;
  if (answer.outcome != Outcome::kServerTaken) {
    const ServerState server = pace_.state(task->authority->host);
    if (++task->attempts >= options_.attempts || server.ready > network_.now() + options_.patience)
      return false;
    memory_.fetched(answer, {}, server);
  }
  frontier_.push(std::move(task), answer.outcome == Outcome::kServerTaken);
  return true;
}

bool Crawler::may_keep(const Fetched& answer) const {
  const PageRobots said = read_page_robots(answer, options_.agent);
  return !said.noarchive && !said.noindex;
}

void Crawler::keep(const Fetched& answer, const ServerState& server) {
  const auto known = memory_.find(answer.url);
  Capture capture;
  if (!options_.obey_page_robots || may_keep(answer))
    capture = archive_.add(answer, known ? &known->capture : nullptr);
  memory_.fetched(answer, capture, server);
}

void Crawler::follow(Fetched& answer, std::unique_ptr<Task> task) {
  const auto next = task->chain.follow(answer);
  if (const Outcome* outcome = std::get_if<Outcome>(&next)) {
    answer.outcome = *outcome;
    return end(answer, *task);
  }
  const auto& url = std::get<std::string>(next);
  if (watcher_.in_scope && !watcher_.in_scope(items_[task->item], url)) {
    answer.outcome = Outcome::kOutOfScope;
    answer.reason = "it leads to " + url;
    return end(answer, *task);
  }
  // Somebody else's page, or one that is on its way: one fetch is enough for both.
  if (seen_.contains(url) || !hops_.insert(url).second) return end(answer, *task);
  frontier_.push(std::move(task));
}

void Crawler::end(const Fetched& answer, const Task& task) {
  ++totals_.urls[answer.outcome];
  std::vector<CrawlItem> more;
  if (watcher_.ended)
    watcher_.ended({items_[task.item], answer, task.chain.urls(), task.chain.permanent()}, more);
  forget(task);
  for (CrawlItem& item : more) add(std::move(item));
}

void Crawler::refuse(const Task& task, Outcome outcome, std::string reason) {
  if (!task.robots_for.empty()) {  // its pages then hear that nobody knows
    if (Authority* authority = frontier_.find(task.robots_for)) {
      authority->asking = false;
      authority->standing = RobotsStanding::kDisallowAll;
      frontier_.unpark(authority->host, Time{});
    }
    return;
  }
  Fetched answer;
  answer.url = task.url();
  answer.outcome = outcome;
  answer.reason = std::move(reason);
  memory_.refused(answer.url, outcome, answer.reason);
  end(answer, task);
}

}  // namespace tamis::crawling
