// SPDX-License-Identifier: Apache-2.0
// fetch: one HTTP exchange is a value. A FetchRequest goes into a Network, a Fetched comes out:
// what was sent, what came (headers as received, the body with its content coding still on and
// decoded), how long it took, and an Outcome that names every way in which it can end.
//
//   auto network = tamis::open_network(options);         // libcurl
//   network->start({.id = 1, .url = "https://a.example/"});
//   std::vector<tamis::Fetched> done;
//   while (done.empty()) network->wait(network->now() + 1s, done);
//
// One Fetched is one hop: redirects come back as kRedirect with `location`, so that the caller can
// check each target (scope, robots.txt, pace) before it is asked for; see RedirectChain.
// Nothing here waits for politeness: that is tamis/politeness.h.
//
// A simulation replaces Network (which is the clock, too): time passes in wait() only.
// Sources: RFC 9110, 9111, 9112, 9113; the special addresses are IANA's registries (RFC 6890).
#pragma once

#include "tamis/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tamis {

using Span = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Span>;                              // UTC
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;  // in order, names as sent

// How a request ended. Names (outcome_name) stand in records and reports: stable.
enum class Outcome : std::uint8_t {
  kOk,           // "ok": 2xx, the whole body is here and decoded
  kNotModified,  // "not-modified": 304
  kRedirect,     // "redirect": 301, 302, 303, 307, 308; `location` is absolute, http or https
  // The server answered, and the answer is no.
  kGone,         // "gone": 404 or 410
  kClientError,  // "client-error": any other 4xx (401, 403, 451 ...), and 1xx or 3xx that make no
                 // sense
  kBusy,         // "busy": 429 or 503; `retry_after` when it said so
  kServerError,  // "server-error": any other 5xx
  // The way to the server.
  kDnsFailure,      // "dns-failure": the name does not resolve
  kRefused,         // "refused": nobody listens, or no route
  kConnectTimeout,  // "connect-timeout"
  kBadCertificate,  // "bad-certificate": expired, wrong host, self-signed, unknown issuer
  kTlsFailure,      // "tls-failure": the handshake failed otherwise
  kReset,           // "reset": the connection broke before the answer was whole
  kStalled,         // "stalled": no byte for options.stall
  kTimeout,         // "timeout": over options.total, also when bytes dripped
  // The answer is damaged or more than we take. Headers and what came of the body are kept.
  kTruncated,    // "truncated": fewer bytes than Content-Length or the last chunk promised
  kBadCoding,    // "bad-coding": Content-Encoding is damaged, cut short, stacked too high, unknown
  kBadResponse,  // "bad-response": no HTTP, or headers that contradict each other
  kHeadersTooBig,  // "headers-too-big"
  kTooBig,         // "too-big": over max_wire_bytes
  kTooBigDecoded,  // "too-big-decoded": over max_body_bytes when decoded
  kBomb,           // "bomb": over max_ratio when decoded
  // Redirects.
  kBadRedirect,       // "bad-redirect": no Location, or one that is no http or https URL
  kRedirectLoop,      // "redirect-loop"
  kTooManyRedirects,  // "too-many-redirects"
  // Never asked.
  kBadUrl,            // "bad-url": no URL, or neither http nor https
  kForbiddenAddress,  // "forbidden-address": private, loopback, link-local or special
  kServerTaken,   // "server-taken": the name leads to an address that another request is at (only
                  // with options.one_per_address): ask again when that one is done
  kRobotsDenied,  // "robots-denied"
  kRobotsUnavailable,  // "robots-unavailable": robots.txt could not be read: ask again later
  kOutOfScope,         // "out-of-scope"
  kCancelled,          // "cancelled": the run was stopped
};

const char* outcome_name(Outcome outcome);
std::optional<Outcome> outcome_from_name(std::string_view name);

// The server itself is in trouble or wants to be left alone: back off from all of it.
bool troubles_server(Outcome outcome);
// Asking again later may end otherwise (kGone and kRobotsDenied: only after a long time).
bool is_transient(Outcome outcome);

struct FetchRequest {
  std::uint64_t id = 0;  // the caller's
  std::string url;       // absolute; a fragment is not sent
  std::string etag;      // If-None-Match, verbatim; empty: none
  std::string modified;  // If-Modified-Since, verbatim: what Last-Modified said; empty: none
  HttpHeaders headers;   // more of them (a seed's own)
};

struct FetchTimes {
  std::chrono::microseconds dns{}, connect{}, tls{}, first_byte{}, total{};  // since the start
};

struct Fetched {
  std::uint64_t id = 0;
  std::string url;  // that was asked for
  Outcome outcome = Outcome::kCancelled;
  std::string reason;       // one line for people; empty when the outcome says it all
  int status = 0;           // 0: no answer
  std::string request;      // request line and headers as sent, when options.keep_request
  std::string status_line;  // "HTTP/1.1 200 OK", "HTTP/2 200"
  HttpHeaders headers;      // as received, the transfer coding's too
  std::string wire;         // the body, transfer coding off, content coding still on
  std::string decoded;      // when the body was coded; else empty: see body()
  bool coded = false;
  std::string location;             // of kRedirect
  std::optional<Span> retry_after;  // of any status; 0 s to 48 h
  std::string address;              // "192.0.2.1" of the server; empty: none was reached
  bool new_connection = false;
  Time begun{}, ended{};
  FetchTimes times;

  const std::string& body() const { return coded ? decoded : wire; }
  std::string_view header(std::string_view name) const;  // case-insensitive, first wins
};

// Wall clock that never goes back while the process lives. In a simulation: virtual.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() = 0;
};

// Requests in, answers out. Thread rule: one thread at a time; wake() from any.
class Network : public Clock {
 public:
  // Begins a request; its answer comes out of wait(), also when it fails at once.
  virtual void start(FetchRequest request) = 0;
  virtual std::size_t in_flight() const = 0;
  // Returns when answers are there (appended to `done`), `until` has passed or somebody woke it.
  // With nothing in flight it sleeps until `until`.
  virtual void wait(Time until, std::vector<Fetched>& done) = 0;
  virtual void wake() = 0;  // async-signal-safe it is not
  // Empties `done`, whose answers nobody needs any more: their memory may serve the next ones.
  virtual void recycle(std::vector<Fetched>& done) { done.clear(); }
  // Ends what is in flight: kCancelled out of the next wait().
  virtual void cancel_all() = 0;
};

struct FetchOptions {
  std::string agent;  // User-Agent, whole. REQUIRED: see check_agent
  std::string accept = "text/html,*/*;q=0.5";
  std::string accept_language = "zh-CN,zh;q=0.9,en;q=0.5";
  std::vector<std::string> allow_addresses;  // "127.0.0.0/8", "::1", "10.1.2.3": else forbidden
  std::string ca_bundle;                     // PEM file; empty: the system's (ca-certificates)
  std::string proxy;                         // none unless given; the environment is never read
  bool http2 = true;
  bool one_per_address = true;  // a second connection to a busy address is kServerTaken
  bool keep_request = true;     // Fetched::request
  std::uint64_t max_wire_bytes = 10u << 20;
  std::uint64_t max_body_bytes = 30u << 20;
  std::uint64_t max_ratio = 200;  // decoded : wire, once 1 MiB was decoded
  std::uint64_t max_header_bytes = 128u << 10;
  Span connect{10'000};           // name, connection and TLS
  Span stall{20'000};             // no byte for that long
  Span total{90'000};             // the whole request
  std::size_t connections = 256;  // kept alive, in all
};

// libcurl's multi interface. Throws Failure (no CA bundle, an address list that does not parse).
std::unique_ptr<Network> open_network(const FetchOptions& options);

// Empty when `agent` may be sent; else what is wrong with it: it needs a product name and a
// contact ("newsbot/1.0 (+https://example.org/bot)" or a mail address).
std::string check_agent(std::string_view agent);

// Whether FetchOptions::allow_addresses takes it.
bool is_address_range(const std::string& text);

// Follows redirects: which URL to ask next, and when to stop. Plain value.
class RedirectChain {
 public:
  explicit RedirectChain(std::string url, int most = 10) : most_(most) {
    urls_.push_back(std::move(url));
  }
  // A kRedirect came for the last URL of urls(). Returns its location, which is then the last; or
  // the outcome that ends the chain: kRedirectLoop or kTooManyRedirects.
  std::variant<std::string, Outcome> follow(const Fetched& hop);
  const std::vector<std::string>& urls() const { return urls_; }
  bool permanent() const {
    return permanent_;
  }  // all hops so far were 301 or 308, and there is one

 private:
  int most_;
  std::vector<std::string> urls_;
  bool permanent_ = false;
};

// Retry-After (RFC 9110, 10.2.3): seconds or a date, clamped to 0 s .. 48 h; none when it is
// neither.
std::optional<Span> parse_retry_after(std::string_view value, Time now);
// IMF-fixdate, RFC 850 and asctime (RFC 9110, 5.6.7).
std::optional<Time> parse_http_date(std::string_view text);
std::string http_date(Time time);
std::string iso_time(Time time);                            // "2026-03-14T09:26:53Z"
std::optional<Time> parse_iso_time(std::string_view text);  // of that very form

}  // namespace tamis
