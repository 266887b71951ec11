// SPDX-License-Identifier: Apache-2.0
#include "store/crawl_tables.h"

#include "base/url.h"

namespace tamis::store {
namespace {

std::int64_t milliseconds(Time time) {
  return time.time_since_epoch().count();
}
std::int64_t seconds(Time time) {
  return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

}  // namespace

CrawlTables::CrawlTables(Database& database)
    : find_(database, "SELECT etag, modified, captured, digest FROM asked WHERE url = ?"),
      keep_(database, "INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?, ?)"),
      servers_(database,
               "SELECT name, address, ready, address_ready, latency, crawl_delay, failures "
               "FROM server"),
      set_server_(database, "INSERT OR REPLACE INTO server VALUES (?, ?, ?, ?, ?, ?, ?)"),
      robots_(database,
              "SELECT body, good, checked, failing, deferred FROM robots WHERE authority = ?"),
      set_robots_(database, "INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?, ?, ?)"),
      fetch_(database, "INSERT INTO fetch VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      oldest_(database,
              "SELECT rowid, time, url, outcome, wire, ms FROM fetch ORDER BY rowid LIMIT ?"),
      drop_(database, "DELETE FROM fetch WHERE rowid <= ?"),
      add_day_(database,
               "INSERT INTO fetch_day VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET "
               "count = count + 1, wire = wire + excluded.wire, ms = ms + excluded.ms") {}

std::optional<KnownUrl> CrawlTables::find(const std::string& url) {
  std::optional<KnownUrl> known;
  find_.bind(url);
  while (find_.step()) {
    known.emplace();
    known->etag = find_.text();
    known->modified = find_.text();
    known->capture.date = find_.text();
    known->capture.digest = find_.text();
    if (!known->capture.date.empty()) known->capture.url = url;
  }
  return known;
}

std::vector<ServerState> CrawlTables::servers() {
  std::vector<ServerState> all;
  while (servers_.step()) {
    ServerState server;
    server.name = servers_.text();
    server.address = servers_.text();
    server.ready = Time(Span(servers_.number()));
    server.address_ready = Time(Span(servers_.number()));
    server.latency = Span(servers_.number());
    server.crawl_delay = Span(servers_.number());
    server.failures = static_cast<std::uint32_t>(servers_.number());
    all.push_back(std::move(server));
  }
  return all;
}

void CrawlTables::set_server(const ServerState& server) {
  set_server_.bind(server.name)
      .bind(server.address)
      .bind(milliseconds(server.ready))
      .bind(milliseconds(server.address_ready))
      .bind(std::int64_t{server.latency.count()})
      .bind(std::int64_t{server.crawl_delay.count()})
      .bind(std::int64_t{server.failures})
      .run();
}

std::optional<RobotsMemory> CrawlTables::robots(const std::string& authority) {
  std::optional<RobotsMemory> memory;
  robots_.bind(authority);
  while (robots_.step()) {
    memory.emplace();
    memory->body = robots_.text();
    memory->good_at = robots_.number();
    memory->checked_at = robots_.number();
    memory->failing_since = robots_.number();
    memory->deferred = robots_.number() != 0;
  }
  return memory;
}

void CrawlTables::set_robots(const std::string& authority, const RobotsMemory& memory) {
  set_robots_.bind(authority)
      .bind(memory.body)
      .bind(memory.good_at)
      .bind(memory.checked_at)
      .bind(memory.failing_since)
      .bind(std::int64_t{memory.deferred})
      .run();
}

void CrawlTables::fetched(const Fetched& answer, const Capture& capture) {
  fetch_.bind(seconds(answer.begun))
      .bind(answer.url)
      .bind(outcome_name(answer.outcome))
      .bind(std::int64_t{answer.status})
      .bind(answer.reason)
      .bind(answer.address)
      .bind(static_cast<std::int64_t>(answer.wire.size()))
      .bind(std::int64_t{(answer.ended - answer.begun).count()})
      .run();
  // Validators of a whole answer only; a 304 may bring newer ones (RFC 9111, 4.3.4).
  const bool unchanged = answer.outcome == Outcome::kNotModified;
  if (answer.outcome != Outcome::kOk && !unchanged) return;
  KnownUrl known;
  if (unchanged) known = find(answer.url).value_or(KnownUrl());
  if (const auto etag = answer.header("ETag"); !etag.empty()) known.etag = etag;
  if (const auto date = answer.header("Last-Modified"); !date.empty()) known.modified = date;
  if (!capture.date.empty()) known.capture = capture;
  keep_.bind(answer.url)
      .bind(known.etag)
      .bind(known.modified)
      .bind(known.capture.date)
      .bind(known.capture.digest)
      .run();
}

// In the order they were written in, which is that of time as nearly as matters here.
bool CrawlTables::sum_up(Time before, std::size_t most) {
  std::int64_t last = 0;
  std::size_t count = 0;
  bool young = false;
  oldest_.bind(static_cast<std::int64_t>(most));
  while (oldest_.step()) {
    if (young) continue;
    const std::int64_t row = oldest_.number(), time = oldest_.number();
    young = time >= seconds(before);
    if (young) continue;
    last = row;
    ++count;
    const std::string host = base::host_of(oldest_.text()), outcome = oldest_.text();
    const std::int64_t wire = oldest_.number();
    add_day_.bind(time / 86400).bind(host).bind(outcome).bind(wire).bind(oldest_.number()).run();
  }
  if (count > 0) drop_.bind(last).run();
  return count == most;
}

void CrawlTables::refused(const std::string& url, Outcome outcome, const std::string& reason,
                          Time now) {
  fetch_.bind(seconds(now))
      .bind(url)
      .bind(outcome_name(outcome))
      .bind(std::int64_t{0})
      .bind(reason)
      .bind("")
      .bind(std::int64_t{0})
      .bind(std::int64_t{0})
      .run();
}

}  // namespace tamis::store
