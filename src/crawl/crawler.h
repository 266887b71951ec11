// SPDX-License-Identifier: Apache-2.0
// Crawler: one run of crawl(). The loop, what becomes of an answer, and robots.txt in three files.
#pragma once

#include "crawl/frontier.h"
#include "tamis/crawl.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tamis::crawling {

class Crawler {
 public:
  Crawler(const CrawlOptions& options, Network& network, Politeness& pace, Archive& archive,
          CrawlMemory& memory, const CrawlWatcher& watcher)
      : options_(options),
        network_(network),
        pace_(pace),
        archive_(archive),
        memory_(memory),
        watcher_(watcher) {}

  CrawlTotals run(std::vector<CrawlItem> items);

 private:
  // crawler.cc: the loop
  bool add(CrawlItem item);  // false: it was seen
  void supply();
  void add_named();
  void forget(const Task& task);
  void start_what_may();
  bool start_one(Authority& authority, Time now);
  void send(Authority& authority, std::unique_ptr<Task> task);
  Time next_event() const;
  bool stopped() const { return watcher_.stop != nullptr && *watcher_.stop; }
  void stop_all(std::vector<Fetched>& done);

  // answers.cc
  void take(Fetched& answer);
  void take_page(Fetched& answer, std::unique_ptr<Task> task);
  bool try_again(const Fetched& answer, std::unique_ptr<Task>& task);
  void follow(Fetched& answer, std::unique_ptr<Task> task);
  bool may_keep(const Fetched& answer) const;
  void keep(const Fetched& answer, const ServerState& server);
  void end(const Fetched& answer, const Task& task);
  void refuse(const Task& task, Outcome outcome, std::string reason);

  // robots_desk.cc
  void meet(Authority& authority);
  bool ask_robots(Authority& authority);
  void take_robots(Fetched& answer, std::unique_ptr<Task> task);
  void settle_robots(Authority& authority);
  bool may_ask(Authority& authority, const Task& task, Outcome& why, std::string& reason) const;
  std::int64_t seconds() const;

  const CrawlOptions& options_;
  Network& network_;
  Politeness& pace_;
  Archive& archive_;
  CrawlMemory& memory_;
  const CrawlWatcher& watcher_;
  std::deque<CrawlItem> items_;
  std::vector<std::uint32_t> free_items_;  // of a crawl without end
  Time asked_again_ = Time::max();         // when supply wants to be
  std::vector<CrawlItem> named_;  // by robots.txt, to be added when nobody is in the frontier
  std::unordered_set<std::string_view> seen_;  // URLs of items_
  std::unordered_set<std::string> hops_;       // and those that redirects led to
  Frontier frontier_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Task>> sent_;  // by request id
  std::unordered_map<std::string, int> flights_;                   // by host
  std::uint64_t next_id_ = 1, whole_ = 0;
  CrawlTotals totals_;
};

}  // namespace tamis::crawling
