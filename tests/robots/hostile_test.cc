// SPDX-License-Identifier: Apache-2.0
// Files that nobody writes but an attacker. None may take long: what would be quadratic or
// exponential does not end within the test's time.
#include "tamis/robots.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tamis {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t n = 0; n < times; ++n) out += text;
  return out;
}

TEST(HostileRobots, StarsDoNotMultiply) {
  const Robots robots = parse_robots("User-agent: *\nDisallow: /" + repeat("*a", 100'000) +
                                         "b\nDisallow: /" + repeat("*ab", 50'000),
                                     "N");
  EXPECT_TRUE(robots.verdict("/" + repeat("a", 100'000)).allowed);
}

TEST(HostileRobots, NearlyRepeatedPiecesAreSearchedInOnePass) {
  const std::string piece = repeat("a", 200'000);
  const Robots robots = parse_robots("User-agent: *\nDisallow: /*" + piece + "b*c$\n", "N");
  EXPECT_TRUE(robots.verdict("/" + repeat("a", 2'000'000)).allowed);
  EXPECT_FALSE(robots.verdict("/" + repeat("a", 400'000) + "bc").allowed);
}

TEST(HostileRobots, ManyShortRulesAndGroups) {
  const Robots rules = parse_robots("User-agent: *\n" + repeat("allow:/*z\n", 51'000), "N");
  EXPECT_TRUE(rules.verdict("/" + repeat("y", 2'000)).allowed);
  const Robots groups = parse_robots(repeat("user-agent:*\ndisallow:/x\n", 20'000), "N");
  EXPECT_FALSE(groups.verdict("/x").allowed);
}

TEST(HostileRobots, LongLinesKeysAndSitemaps) {
  EXPECT_TRUE(parse_robots(repeat("a", 20u << 20) + "\nDisallow: /x\n", "N").empty());
  EXPECT_TRUE(parse_robots(repeat("k", 100'000) + ": /x\n", "N").empty());
  const Robots robots = parse_robots(repeat("sitemap:x\n", 50'000), "N");
  EXPECT_LE(robots.sitemaps().size(), 1000u);
}

TEST(HostileRobots, NoBytesAreReadPastTheEnd) {
  std::mt19937 random(8);
  constexpr std::string_view kLetters =
      "aA/*$%2:#\r\n \tuU\xEF\xBB\xBF\0"
      "disallow:user-agent:";
  for (int n = 0; n < 3000; ++n) {
    // Of exactly its size, so that a sanitizer sees every step beyond.
    std::string bytes(random() % 60, ' ');
    for (char& c : bytes) c = kLetters[random() % kLetters.size()];
    bytes.shrink_to_fit();
    const std::string file = "user-agent:*\nallow:" + bytes;
    const Robots robots = parse_robots(file, "a");
    const RobotsVerdict verdict = robots.verdict(bytes);
    EXPECT_EQ(verdict.line == 0, verdict.rule.empty());
    parse_robots(bytes, bytes).verdict(file);
  }
}

}  // namespace
}  // namespace tamis
