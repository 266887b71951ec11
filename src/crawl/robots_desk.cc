// SPDX-License-Identifier: Apache-2.0
// robots.txt of each authority: asked for before its first page, remembered, obeyed.
#include "crawl/crawler.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace tamis::crawling {
namespace {

constexpr double kLongestDelay = 24 * 3600;
constexpr std::int64_t kLeastRest = 60;  // seconds between two looks at what is remembered

}  // namespace

std::int64_t Crawler::seconds() const {
  return std::chrono::floor<std::chrono::seconds>(network_.now()).time_since_epoch().count();
}

// The first time: what an earlier run remembered.
void Crawler::meet(Authority& authority) {
  if (std::exchange(authority.met, true)) {
    // A crawl without end outlives what it read.
    const bool rested = authority.memory.checked_at != RobotsMemory::kNever &&
                        seconds() >= authority.memory.checked_at + kLeastRest;
    if (watcher_.supply && rested) {
      const RobotsView view = robots_view(authority.memory, seconds(), options_.robots);
      if (view.standing != authority.standing) settle_robots(authority);
    }
    return;
  }
  ++totals_.servers;
  if (auto known = memory_.robots(authority.name)) {
    authority.memory = *std::move(known);
    settle_robots(authority);
  }
}

void Crawler::settle_robots(Authority& authority) {
  const RobotsView view = robots_view(authority.memory, seconds(), options_.robots);
  authority.standing = view.standing;
  if (view.standing == RobotsStanding::kRules || view.standing == RobotsStanding::kOldRules) {
    authority.rules = parse_robots(authority.memory.body, options_.agent);
    const double delay = std::min(authority.rules.crawl_delay().value_or(0), kLongestDelay);
    pace_.set_crawl_delay(authority.host, Span(static_cast<Span::rep>(std::ceil(delay * 1000))));
    if (watcher_.sitemaps && !authority.rules.sitemaps().empty())
      watcher_.sitemaps(authority.name, authority.rules.sitemaps(), named_);
  }
}

// True when robots.txt has to be read first: it is then on its way.
bool Crawler::ask_robots(Authority& authority) {
  if (authority.standing != RobotsStanding::kFetch) return false;
  authority.asking = true;
  auto task = std::make_unique<Task>(
      0u, RedirectChain(authority.name + "/robots.txt", static_cast<int>(kRobotsRedirects)));
  task->robots_for = authority.name;
  send(authority, std::move(task));
  return true;
}

void Crawler::take_robots(Fetched& answer, std::unique_ptr<Task> task) {
  const ServerState server = pace_.state(task->authority->host);
  memory_.fetched(answer, {}, server);
  const bool taken = answer.outcome == Outcome::kServerTaken;
  // One more try, as for a page, where no answer came at all.
  if (taken || (answer.status == 0 && is_transient(answer.outcome) && ++task->attempts < 2 &&
                server.ready <= network_.now() + options_.patience)) {
    frontier_.push(std::move(task), true);
    return;
  }
  Authority* authority = frontier_.find(task->robots_for);
  if (authority == nullptr) return;
  // A body that is cut or damaged is no answer; one over our limits is read as far as it came.
  const bool whole = answer.outcome == Outcome::kOk || answer.outcome == Outcome::kTooBig;
  RobotsAnswer heard;
  heard.status = answer.status >= 200 && answer.status < 300 && !whole ? 0 : answer.status;
  heard.location = !answer.location.empty();
  heard.redirects = static_cast<std::uint32_t>(task->chain.urls().size() - 1);
  RobotsAction action = judge_answer(heard);
  if (action == RobotsAction::kFollow) {
    if (std::holds_alternative<std::string>(task->chain.follow(answer))) {
      frontier_.push(std::move(task), true);
      return;
    }
    action = RobotsAction::kAllowAll;  // 2.3.1.2: redirects without end
  }
  authority->memory = remember(std::move(authority->memory), action, answer.body(), seconds());
  authority->asking = false;
  settle_robots(*authority);
  if (authority->standing == RobotsStanding::kFetch) authority->standing = RobotsStanding::kDefer;
  memory_.robots_read(authority->name, authority->memory);
  frontier_.unpark(authority->host, Time{});
}

bool Crawler::may_ask(Authority& authority, const Task& task, Outcome& why,
                      std::string& reason) const {
  switch (authority.standing) {
    case RobotsStanding::kDefer:
    case RobotsStanding::kDisallowAll:
      why = Outcome::kRobotsUnavailable;
      reason = authority.standing == RobotsStanding::kDefer ? "robots.txt: too many requests"
                                                            : "robots.txt could not be read";
      return false;
    case RobotsStanding::kRules:
    case RobotsStanding::kOldRules: {
      const RobotsVerdict verdict = authority.rules.verdict(task.url());
      if (verdict.allowed) return true;
      why = Outcome::kRobotsDenied;
      reason = "robots.txt:" + std::to_string(verdict.line) + ": " + verdict.rule;
      return false;
    }
    default: return true;
  }
}

}  // namespace tamis::crawling
