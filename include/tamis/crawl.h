// SPDX-License-Identifier: Apache-2.0
// crawl: URLs fetched once, politely, into a folder. robots.txt is asked for first at each server
// and obeyed; redirects are followed hop by hop, each hop checked and paced like any request;
// feeds, sitemaps and section pages are followed by whoever supplies `discover`.
//
// CRAWL/
//   warc/00000.warc.gz ...   or HOST/PATH and HOST/PATH.headers: see tamis/archive.h
//   .tamis/lock              held while a process writes here
//   .tamis/fetches.jsonl     one line an exchange, appended: see CrawlLog in src/crawl
//
// Thread rule: one thread at a time.
#pragma once

#include "tamis/archive.h"
#include "tamis/fetch.h"
#include "tamis/politeness.h"
#include "tamis/robots.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// A URL to fetch, and what its fetch may lead to.
struct CrawlItem {
  std::string url;                    // normal form
  std::uint32_t source = 0;           // whatever the caller counts by: the number of the seed
  std::uint32_t depth = 0;            // steps from the seed
  HttpHeaders headers;                // of its own
  bool whole = false;                 // asked for without conditions: its body is needed
  std::uint32_t kind = 0, level = 0;  // the caller's own
};

// What is known of a URL from earlier runs.
struct KnownUrl {
  std::string etag, modified;  // validators of the last whole answer
  Capture capture;
};

// What a crawl remembers over runs. The calls come in the order of the crawl, from its thread.
class CrawlMemory {
 public:
  virtual ~CrawlMemory() = default;
  virtual std::optional<KnownUrl> find(const std::string& url) = 0;
  virtual std::vector<ServerState> servers() = 0;
  virtual std::optional<RobotsMemory> robots(const std::string& authority) = 0;
  // Before a request: what must be true after a restart. Then what came of it.
  virtual void beginning(const std::string& url, const ServerState& server, Time now) = 0;
  virtual void fetched(const Fetched& answer, const Capture& capture,
                       const ServerState& server) = 0;
  // A URL that is not asked for, or not again: robots.txt, scope, loops, patience.
  virtual void refused(const std::string& url, Outcome outcome, const std::string& reason) = 0;
  virtual void robots_read(const std::string& authority, const RobotsMemory& memory) = 0;
  virtual void commit() = 0;  // before each round of requests goes out, and after the last answer
};

// Nothing survives the process.
std::unique_ptr<CrawlMemory> forgetful_memory();
// DIR/.tamis/fetches.jsonl. Throws Failure.
std::unique_ptr<CrawlMemory> logged_memory(const std::string& directory, const std::string& agent);

// One process a folder: made when missing, locked as long as the object lives.
class CrawlFolder {
 public:
  explicit CrawlFolder(const std::string& directory);  // throws Failure
  ~CrawlFolder();
  CrawlFolder(const CrawlFolder&) = delete;
  CrawlFolder& operator=(const CrawlFolder&) = delete;

 private:
  int lock_;
};

struct CrawlOptions {
  std::string agent;  // as in FetchOptions; its product name is looked for in robots.txt
  std::size_t in_flight = 100;
  int redirects = 10;
  int attempts = 3;        // of a URL, when the failure may pass
  Span patience{300'000};  // a server that asks for a longer pause is given up for this run
  std::uint64_t max_pages = ~std::uint64_t{0};  // whole answers
  bool obey_page_robots = false;                // noarchive and noindex of a page: it is not kept
  RobotsTimes robots;
};

// What a page says to robots by itself: X-Robots-Tag and <meta name=robots> (or named like the
// agent's product) in the first 64 KiB of HTML.
struct PageRobots {
  bool noindex = false, noarchive = false, nofollow = false;
  std::string text;  // the words, lower case, ", " between them; empty: it says nothing
};
PageRobots read_page_robots(const Fetched& answer, std::string_view agent);

// How a URL of the caller ended: the last hop.
struct CrawlResult {
  const CrawlItem& item;
  const Fetched& answer;                 // of refused URLs: outcome and reason only
  const std::vector<std::string>& hops;  // all URLs asked, the last one is the answer's
  bool permanent = false;                // there were redirects, all permanent
};

struct CrawlTotals {
  std::map<Outcome, std::uint64_t> urls;  // by how they ended
  std::uint64_t requests = 0, robots_requests = 0, redirects = 0;
  std::uint64_t wire_bytes = 0, new_connections = 0;
  std::uint64_t servers = 0;
  bool finished = true;  // false: stopped
};

struct CrawlWatcher {
  // A URL ended. What is appended to the second argument is fetched too, unless it was seen.
  std::function<void(const CrawlResult&, std::vector<CrawlItem>&)> ended;
  // A crawl without end: asked before each round, appends what is to be fetched from `now` on, any
  // URL as often as it likes (one that is under way ends at once, as kCancelled). Returns when it
  // wants to be asked again; Time::max(): no more, the crawl ends when nothing waits. May be empty.
  std::function<Time(Time now, std::size_t waiting, std::vector<CrawlItem>&)> supply;
  // A server's robots.txt was read, or is remembered, and names sitemaps (as written). What is
  // appended is fetched too. May be empty.
  std::function<void(const std::string& authority, const std::vector<std::string>& sitemaps,
                     std::vector<CrawlItem>&)>
      sitemaps;
  // May a hop go there? Empty: anywhere.
  std::function<bool(const CrawlItem&, const std::string& url)> in_scope;
  std::function<void(const CrawlTotals&, std::size_t waiting)> progress;  // may be empty
  const std::atomic<bool>* stop = nullptr;                                // set by a signal handler
};

// Fetches `items` and what they lead to. What is in flight when it is stopped is given up.
CrawlTotals crawl(std::vector<CrawlItem> items, const CrawlOptions& options, Network& network,
                  Politeness& pace, Archive& archive, CrawlMemory& memory,
                  const CrawlWatcher& watcher);

// The report for people: outcomes, requests, bytes.
std::string crawl_text(const CrawlTotals& totals);

}  // namespace tamis
