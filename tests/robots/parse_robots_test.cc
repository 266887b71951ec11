// SPDX-License-Identifier: Apache-2.0
#include "tamis/robots.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

bool allowed(std::string_view file, std::string_view url, std::string_view agent = "FooBot") {
  return parse_robots(file, agent).verdict(url).allowed;
}

// RFC 9309, 2.2.1.
TEST(ParseRobots, AVerdictNamesTheLineThatDecides) {
  const Robots robots = parse_robots(
      "# ours\n\nUser-agent: *\nDisallow: /private  # keep out\nAllow: /private/press\n", "FooBot");
  const RobotsVerdict no = robots.verdict("https://a.example/private/x");
  EXPECT_FALSE(no.allowed);
  EXPECT_EQ(no.line, 4u);
  EXPECT_EQ(no.rule, "Disallow: /private");
  const RobotsVerdict yes = robots.verdict("https://a.example/private/press/1");
  EXPECT_TRUE(yes.allowed);
  EXPECT_EQ(yes.line, 5u);
  const RobotsVerdict none = robots.verdict("https://a.example/news");
  EXPECT_TRUE(none.allowed);
  EXPECT_EQ(none.line, 0u);
  EXPECT_EQ(none.rule, "");
}

TEST(ParseRobots, LinesAreCountedWhateverEndsThem) {
  EXPECT_EQ(parse_robots("User-agent: *\r\n\r\nDisallow: /a\r\n", "N").verdict("/a").line, 3u);
  EXPECT_EQ(parse_robots("User-agent: *\r\rDisallow: /a\r", "N").verdict("/a").line, 3u);
  EXPECT_EQ(parse_robots("User-agent: *\n\r\nDisallow: /a", "N").verdict("/a").line, 3u);
}

TEST(ParseRobots, TheAgentsOwnGroupsReplaceThoseOfEveryone) {
  constexpr const char* kFile =
      "User-agent: *\nDisallow: /all\nUser-agent: foobot\nDisallow: /one\n"
      "User-agent: *\nDisallow: /more\nUser-agent: FooBot\nDisallow: /two\n";
  EXPECT_TRUE(allowed(kFile, "/all"));
  EXPECT_TRUE(allowed(kFile, "/more"));
  EXPECT_FALSE(allowed(kFile, "/one"));
  EXPECT_FALSE(allowed(kFile, "/two"));
  EXPECT_FALSE(allowed(kFile, "/more", "BarBot"));
}

TEST(ParseRobots, AGroupWithoutRulesStillReplacesThatOfEveryone) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\n\nUser-agent: FooBot\nDisallow:\n", "/x"));
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\n\nUser-agent: FooBot\n", "/x"));
}

TEST(ParseRobots, TheNameIsTakenOfAnAgentString) {
  constexpr const char* kFile = "User-agent: foobot\nDisallow: /\n";
  EXPECT_FALSE(allowed(kFile, "/x", "FooBot/1.2 (+https://a.example/bot)"));
  EXPECT_FALSE(allowed("User-agent: FooBot/2.0\nDisallow: /\n", "/x"));
  EXPECT_TRUE(allowed(kFile, "/x", "FooBotNews"));
}

TEST(ParseRobots, KeysMisspeltByLittleAreObeyed) {
  for (const char* key : {"Disalow", "dissallow", "Diasllow", "disallaw", "dissalow"})
    EXPECT_FALSE(allowed(std::string("User agent: *\n") + key + ": /x\n", "/x")) << key;
  for (const char* key : {"Noindex", "Host", "Dis", "Request-rate",
                          "\xEF\xBB\xBF"
                          "Disallow"})
    EXPECT_TRUE(allowed(std::string("User-agent: *\n") + key + ": /x\n", "/x")) << key;
  EXPECT_TRUE(allowed("User-agent: *\nDisallow /x\n", "/x"));
}

TEST(ParseRobots, CrawlDelayIsThatOfTheAgentsGroups) {
  constexpr const char* kFile =
      "User-agent: *\nCrawl-delay: 30\nDisallow: /a\n"
      "User-agent: FooBot\nCrawl-delay: 2.5\nDisallow: /b\n"
      "User-agent: FooBot\nCrawldelay: 4\nDisallow: /c\n";
  EXPECT_EQ(parse_robots(kFile, "FooBot").crawl_delay(), 4.0);
  EXPECT_EQ(parse_robots(kFile, "BarBot").crawl_delay(), 30.0);
  EXPECT_EQ(parse_robots("User-agent: *\nCrawl-delay: 10s\n", "N").crawl_delay(), 10.0);
  for (const char* value : {"-1", "nan", "", "soon", "1e999"})
    EXPECT_EQ(parse_robots(std::string("User-agent: *\nCrawl-delay: ") + value, "N").crawl_delay(),
              std::nullopt)
        << value;
}

TEST(ParseRobots, ACrawlDelayDoesNotPartTheAgentsOfAGroup) {
  constexpr const char* kFile =
      "User-agent: FooBot\nCrawl-delay: 9\nUser-agent: BarBot\nDisallow: /x\n";
  EXPECT_FALSE(allowed(kFile, "/x"));
  EXPECT_EQ(parse_robots(kFile, "FooBot").crawl_delay(), 9.0);
  EXPECT_EQ(parse_robots(kFile, "BarBot").crawl_delay(), std::nullopt);
}

TEST(ParseRobots, SitemapsAreEveryones) {
  const Robots robots = parse_robots(
      "Sitemap: https://a.example/1.xml\nUser-agent: BarBot\nDisallow: /\n"
      "sitemap:https://a.example/2.xml\r\nSitemap:\n",
      "FooBot");
  const std::vector<std::string> wanted{"https://a.example/1.xml", "https://a.example/2.xml"};
  EXPECT_EQ(robots.sitemaps(), wanted);
  EXPECT_TRUE(robots.empty());
}

TEST(ParseRobots, AnAllowLineOpensAPlainUrlThatIsWrittenWithEscapes) {
  constexpr const char* kFile = "User-agent: *\nDisallow: /\nAllow: /~jim/\nAllow: /%7Ekim/\n";
  EXPECT_TRUE(allowed(kFile, "/~jim/"));
  EXPECT_TRUE(allowed(kFile, "/%7ejim/"));
  EXPECT_TRUE(allowed(kFile, "/%7Ekim/"));
  EXPECT_FALSE(allowed(kFile, "/~kim/"));
}

// RFC 9309, 2.2.2; SOURCE.md of the cases, 1.
TEST(ParseRobots, RobotsTxtItselfIsForbiddenOnlyByName) {
  EXPECT_TRUE(allowed("User-agent: *\nDisallow: /\n", "https://a.example/robots.txt"));
  EXPECT_FALSE(allowed("User-agent: FooBot\nDisallow: /\n", "https://a.example/robots.txt"));
}

TEST(ParseRobots, WhatIsNoRobotsTxtForbidsNothing) {
  for (const char* file :
       {"", "\n", "\xEF\xBB\xBF", "<!doctype html><p>Disallow: /</p>", ":", "::"})
    EXPECT_TRUE(allowed(file, "/x")) << file;
}

TEST(ParseRobots, ACopyLivesOnItsOwn) {
  Robots copy;
  {
    const Robots robots = parse_robots("User-agent: *\nDisallow: /*/x$\n", "N");
    copy = robots;
  }
  EXPECT_FALSE(copy.verdict("/a/x").allowed);
  EXPECT_TRUE(Robots().verdict("/a/x").allowed);
}

}  // namespace
}  // namespace tamis
