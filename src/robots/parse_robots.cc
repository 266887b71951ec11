// SPDX-License-Identifier: Apache-2.0
// Groups (RFC 9309, 2.2.1): agent lines, then rules; those of one agent are merged wherever they
// stand, and those of "*" hold only when no group names the agent.
#include "robots/line.h"
#include "robots/rule.h"
#include "tamis/robots.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace tamis {
namespace robots {
namespace {

constexpr double kLongestDelay = 30 * 24 * 3600;
constexpr std::size_t kMostSitemaps = 1000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view token_of(std::string_view value) {
  const auto in_token = [](char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '_';
  };
  const auto end = std::find_if_not(value.begin(), value.end(), in_token);
  return value.substr(0, static_cast<std::size_t>(end - value.begin()));
}

bool is_everyone(std::string_view value) {
  return value.starts_with('*') && (value.size() == 1 || value[1] == ' ' || value[1] == '\t');
}

std::optional<double> seconds_of(std::string_view value) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error != std::errc() || !(seconds >= 0)) return std::nullopt;
  return std::min(seconds, kLongestDelay);
}

// What the groups of one name say.
struct Group {
  bool seen = false;
  std::vector<Rule> rules;
  std::optional<double> delay;
};

class Reader {
 public:
  explicit Reader(std::string_view agent) : agent_(agent) {}

  void take(const Line& line) {
    switch (line.key) {
      case Key::kUserAgent: return take_agent(line.value);
      case Key::kAllow:
      case Key::kDisallow: return take_rule(line);
      case Key::kCrawlDelay: return take_delay(line.value);
      case Key::kSitemap:
        if (!line.value.empty() && sitemaps.size() < kMostSitemaps)
          sitemaps.emplace_back(line.value);
        return;
      case Key::kOther: return;
    }
  }

  Group named, everyone;
  std::vector<std::string> sitemaps;

 private:
  void take_agent(std::string_view value) {
    if (in_rules_) in_rules_ = for_us_ = for_everyone_ = false;
    if (is_everyone(value)) {
      everyone.seen = for_everyone_ = true;
    } else if (!agent_.empty() && same_word(token_of(value), agent_)) {
      named.seen = for_us_ = true;
    }
  }

  // An empty value has no effect but that it ends the agent lines.
  void take_rule(const Line& line) {
    in_rules_ = true;
    if (line.value.empty()) return;
    if (for_us_) named.rules.push_back(make_rule(line));
    if (for_everyone_ && !named.seen) everyone.rules.push_back(make_rule(line));
  }

  // Several: the longest. Between two agent lines it is for the agents before it.
  void take_delay(std::string_view value) {
    const std::optional<double> seconds = seconds_of(value);
    if (!seconds) return;
    if (for_us_) named.delay = std::max(named.delay.value_or(0), *seconds);
    if (for_everyone_) everyone.delay = std::max(everyone.delay.value_or(0), *seconds);
  }

  std::string_view agent_;
  bool in_rules_ = false, for_us_ = false, for_everyone_ = false;
};

// Longest first; of equal ones allow before disallow, then in the order of the file.
bool goes_before(const Rule& a, const Rule& b) {
  if (a.path.octets != b.path.octets) return a.path.octets > b.path.octets;
  return a.allow && !b.allow;
}

}  // namespace
}  // namespace robots

Robots::Robots() = default;
Robots::Robots(const Robots&) = default;
Robots::Robots(Robots&&) noexcept = default;
Robots& Robots::operator=(const Robots&) = default;
Robots& Robots::operator=(Robots&&) noexcept = default;
Robots::~Robots() = default;

bool Robots::empty() const {
  return rules_.empty();
}

RobotsVerdict Robots::verdict(std::string_view url) const {
  const std::string plain = robots::url_path(url, robots::Escapes::kPlain);
  const bool escapes = url.find('%') != url.npos;
  const std::string written =
      escapes ? robots::url_path(url, robots::Escapes::kAsWritten) : std::string();
  if (!named_ && plain == "/robots.txt") return {};  // RFC 9309, 2.2.2: implicitly allowed
  for (const robots::Rule& rule : rules_)
    if (rule.matches(plain) || (rule.allow && escapes && rule.matches(written)))
      return {rule.allow, rule.line, rule.text};
  return {};
}

Robots parse_robots(std::string_view bytes, std::string_view agent) {
  robots::Reader reader(agent.substr(0, agent.find_first_of("/ \t;(")));
  robots::LineReader lines(bytes);
  for (robots::Line line; lines.next(line);) reader.take(line);
  Robots out;
  out.named_ = reader.named.seen;
  robots::Group& group = out.named_ ? reader.named : reader.everyone;
  out.rules_ = std::move(group.rules);
  std::stable_sort(out.rules_.begin(), out.rules_.end(), robots::goes_before);
  out.crawl_delay_ = group.delay;
  out.sitemaps_ = std::move(reader.sitemaps);
  return out;
}

}  // namespace tamis
