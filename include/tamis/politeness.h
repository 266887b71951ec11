// SPDX-License-Identifier: Apache-2.0
// Politeness: when a server may be asked next. A server is a host name, and also the address where
// names were last seen: one request at a time for either, and a pause between two of them. What a
// site asks for itself (crawl-delay, Retry-After, back-off) holds for its name; the common pause
// holds for the address as well.
//
//   tamis::Politeness pace(options);
//   if (pace.ready_at("a.example") <= now) { pace.begin("a.example", now); network.start(...); }
//   ...
//   pace.end("a.example", fetched);
//
// The pause is max(delay, factor x latency, crawl-delay), from the end of one request to the
// beginning of the next. 429 and 503 with Retry-After are obeyed; other trouble (see
// troubles_server) backs off by full jitter, which is the same for the same seed and history.
// Thread rule: one thread at a time. Pure: it never looks at a clock.
#pragma once

#include "tamis/fetch.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

struct PoliteOptions {
  Span delay{2'000};     // at the least
  double factor = 2;     // x latency
  int per_server = 1;    // requests in flight; more than 1 only where the user owns the server
  Span backoff{60'000};  // first pause after trouble, doubled each time
  Span backoff_most{86'400'000};
  std::uint64_t seed = 1;  // of the jitter
};

// What is known of a server's name, to be kept over restarts. Field by field a row of a table.
struct ServerState {
  std::string name;            // host, lower case
  std::string address;         // where it was last seen; empty: unknown
  Time ready{};                // not before
  Time address_ready{};        // the same for its address
  Span latency{};              // smoothed time to the first byte
  Span crawl_delay{};          // robots.txt's; 0: none
  std::uint32_t failures = 0;  // troubles in a row
};

class Politeness {
 public:
  explicit Politeness(PoliteOptions options);
  ~Politeness();
  Politeness(Politeness&&) noexcept;
  Politeness& operator=(Politeness&&) noexcept;

  void restore(const ServerState& known);
  ServerState state(const std::string& name) const;
  std::vector<std::string> names() const;  // sorted

  // From when on a request may begin; Time::max() while the server has its fill in flight.
  Time ready_at(const std::string& name) const;
  // The pause between two requests as it stands now, back-off left out. For timetables.
  Span pause(const std::string& name) const;
  void set_crawl_delay(const std::string& name, Span delay);

  // A request begins. From here on state(name).ready is already behind the coming pause, so that
  // a state saved now keeps a process that is killed and restarted from asking too soon.
  void begin(const std::string& name, Time now);
  // It ended. Returns until when the server is left alone.
  Time end(const std::string& name, const Fetched& fetched);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tamis
