// SPDX-License-Identifier: Apache-2.0
// Frontier: what waits to be asked, a queue an authority (scheme, host, port), and which authority
// may be asked next. Knows no robots and no network.
#pragma once

#include "tamis/crawl.h"

#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tamis::crawling {

// "https://host:port" of a URL in normal form, and its host without port.
std::string_view authority_of(std::string_view url);
std::string host_of_authority(std::string_view authority);

struct Authority;

struct Task {
  std::uint32_t item = 0;  // index of the crawl's items
  std::string robots_for;  // an authority whose robots.txt this is; empty: a page
  RedirectChain chain;
  int attempts = 0;
  Authority* authority = nullptr;  // of url(), once it was pushed or sent

  Task(std::uint32_t number, RedirectChain hops) : item(number), chain(std::move(hops)) {}
  const std::string& url() const { return chain.urls().back(); }
};

struct Authority {
  std::string name, host;
  std::deque<std::unique_ptr<Task>> tasks;
  RobotsMemory memory;
  Robots rules;
  RobotsStanding standing = RobotsStanding::kFetch;
  bool met = false;     // what an earlier run remembered was looked up
  bool asking = false;  // robots.txt is on its way
  bool queued = false;  // in the heap or among the parked
};

class Frontier {
 public:
  // The authority of a URL; made when new.
  Authority& at(std::string_view url);
  Authority* find(const std::string& name);

  void push(std::unique_ptr<Task> task, bool first = false);  // to the authority of its URL
  std::size_t waiting() const { return waiting_; }
  std::unique_ptr<Task> pop(Authority& authority);

  // The next authority whose turn has come at `now`; null: none. It is then out of the queue, until
  // schedule() or park().
  Authority* next(Time now);
  Time next_turn() const;  // of the one after; Time::max(): none
  void schedule(Authority& authority, Time at);
  void park(Authority& authority);  // until unpark() of its host
  void unpark(const std::string& host, Time at);

 private:
  struct Turn {
    Time at;
    std::uint64_t number;  // first come, first served
    Authority* authority;
    bool operator>(const Turn& other) const {
      return at != other.at ? at > other.at : number > other.number;
    }
  };

  std::unordered_map<std::string, std::unique_ptr<Authority>> authorities_;
  std::unordered_map<std::string, std::vector<Authority*>> parked_;
  std::priority_queue<Turn, std::vector<Turn>, std::greater<>> turns_;
  std::uint64_t number_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace tamis::crawling
