// SPDX-License-Identifier: Apache-2.0
// robots: what a robots.txt says to one agent (RFC 9309), and what its absence means.
//
//   const tamis::Robots robots = tamis::parse_robots(bytes, "tamis");
//   const tamis::RobotsVerdict verdict = robots.verdict("https://news.example/a/1.html");
//   if (!verdict.allowed) ... verdict.line, verdict.rule ...
//
// Where the RFC leaves room, or parsers differ:
// - A file of more than kRobotsBytes is read up to its last whole line before that.
// - An agent is a product token, compared whole and without case; in the file a token ends at the
//   first octet outside [A-Za-z_-]. So a token with digits matches no group but "*". Of an agent
//   string ("tamis/0.1 (+https://...)") the product's name is taken.
// - %xx of an unreserved octet is that octet, in a URL and in a disallow line; an allow line that
//   writes it so opens only URLs that do, too. Other escapes are compared with capital digits,
//   octets above 127 of a *rule* are escaped; those of a URL are not: a URL is what goes over the
//   wire. %2A and %24 are a literal star and dollar.
// - /robots.txt itself may be fetched, unless a group that names the agent forbids it.
// - Keys that are misspelt by little (disalow, user agent) are obeyed; lines without a colon are
//   not rules.
// - Crawl-delay and Sitemap lines never close a group.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

namespace robots {
struct Rule;
}

inline constexpr std::size_t kRobotsBytes = 500u << 10;  // RFC 9309, 2.5: at least 500 KiB
inline constexpr std::uint32_t kRobotsRedirects = 5;     // RFC 9309, 2.3.1.2: at least five

struct RobotsVerdict {
  bool allowed = true;
  std::uint32_t line = 0;  // of the rule that decides, 1-based; 0: no rule matches
  std::string rule;        // that line without comment and outer space: "Disallow: /x"
};

// Immutable; any thread. Holds what concerns the one agent only.
class Robots {
 public:
  Robots();  // no rules: everything is allowed
  Robots(const Robots&);
  Robots(Robots&&) noexcept;
  Robots& operator=(const Robots&);
  Robots& operator=(Robots&&) noexcept;
  ~Robots();

  // `url`: absolute, or from its path on; the fragment is passed over. Cost: linear in rules and
  // URL together for each rule, whatever stars stand in it; a rule that decides ends the search.
  RobotsVerdict verdict(std::string_view url) const;

  std::optional<double> crawl_delay() const { return crawl_delay_; }      // seconds, not negative
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }  // as written; all agents'
  bool empty() const;                                                     // no rules for this agent

 private:
  friend Robots parse_robots(std::string_view bytes, std::string_view agent);
  std::vector<robots::Rule> rules_;  // longest first, allow before disallow
  bool named_ = false;               // of a group that names the agent, not of "*"
  std::optional<double> crawl_delay_;
  std::vector<std::string> sitemaps_;
};

// Never fails: what is no rule is passed over. Any bytes; LF, CR and CRLF end a line. Pure.
Robots parse_robots(std::string_view bytes, std::string_view agent);

// --- What an answer, or none, to the request for robots.txt means (RFC 9309, 2.3.1 and 2.4) ---

// One answer. `status` 0: none came (DNS, refused, reset, timeout, TLS).
struct RobotsAnswer {
  int status = 0;
  bool location = false;        // a 3xx says where to
  std::uint32_t redirects = 0;  // followed before this answer, other hosts' included
};

enum class RobotsAction : std::uint8_t {
  kParse,        // 2xx: the body has the rules, for the host that was asked first
  kFollow,       // 3xx: ask there
  kAllowAll,     // 4xx, and redirects without end: there is no robots.txt
  kDefer,        // 429: leave the host alone until later
  kDisallowAll,  // 5xx and no answer: nobody knows
  kUnchanged,    // 304: what is stored holds on
};

RobotsAction judge_answer(const RobotsAnswer& answer);

// What is remembered of one authority (scheme, host, port). Times in seconds of any clock that the
// caller keeps to; kNever before the first. A plain value, to be stored.
struct RobotsMemory {
  static constexpr std::int64_t kNever = INT64_MIN;
  std::string body;               // what was last read well, cut at kRobotsBytes; empty: no rules
  std::int64_t good_at = kNever;  // when that was
  std::int64_t checked_at = kNever;  // when the last answer, or failure, came
  std::int64_t failing_since = kNever;
  bool deferred = false;  // the last answer was a 429
};

struct RobotsTimes {                      // seconds
  std::int64_t fresh = 24 * 3600;         // 2.4: a copy is used no longer than a day
  std::int64_t retry = 3600;              // after a failure or a 429
  std::int64_t give_up = 30 * 24 * 3600;  // 2.3.1.4: unreachable for so long is unavailable
};

// The memory after an answer that is no kFollow.
RobotsMemory remember(RobotsMemory memory, RobotsAction action, std::string_view body,
                      std::int64_t now);

enum class RobotsStanding : std::uint8_t {
  kFetch,        // ask first: nothing is known, or it is too old
  kRules,        // parse the body
  kAllowAll,     // no rules
  kDefer,        // leave the host alone
  kDisallowAll,  // unreachable
  kOldRules,     // unreachable, but the body of before holds
  kGivenUp,      // unreachable beyond give_up and nothing of before: all may be fetched
};

// What holds now, judged by what is remembered. `due`: robots.txt should be asked for again before
// the next page, as kFetch always says.
struct RobotsView {
  RobotsStanding standing = RobotsStanding::kFetch;
  bool due = true;
};
RobotsView robots_view(const RobotsMemory& memory, std::int64_t now, const RobotsTimes& times = {});

}  // namespace tamis
