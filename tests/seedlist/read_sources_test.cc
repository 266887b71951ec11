// SPDX-License-Identifier: Apache-2.0
#include "tamis/result.h"
#include "tamis/seedlist.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace tamis {
namespace {

const std::string kHead = "version = 1\n[[source]]\n";
const std::string kWhole = kHead + "url = 'https://news.example/'\nkind = 'section'\n";

std::string fault_of(const std::string& text) {
  try {
    read_sources(text, "a.toml");
  } catch (const Failure& failure) {
    EXPECT_FALSE(failure.remedy().empty());
    return failure.what();
  }
  return "no fault";
}

TEST(ReadSources, DefaultsStandWhereASourceSaysNothing) {
  const auto sources = read_sources(
      "version = 1\n"
      "[defaults]\nimportance = 2\nbounds = {min = '10m', max = '7d'}\n"
      "hours = 'Mon-Fri 08:00-20:00 +08:00'\n"
      "scope = {hosts = 'News.Example', depth = 3}\nheaders = {Accept-Language = 'zh'}\n"
      "[[source]]\nurl = 'https://news.example/a#x'\nkind = 'article'\n"
      "[[source]]\nurl = 'https://news.example/rss'\nkind = 'feed'\nimportance = 0.5\n"
      "bounds = {min = '5m'}\nhours = ['06:00-09:00', 'Sat 10:00-11:00']\nscope = {hosts = "
      "['*.city.example'], paths = ['/a/*.html']}\n"
      "headers = {Referer = 'https://news.example/'}\n",
      "a.toml");
  ASSERT_EQ(sources.size(), 2U);
  const SeedSource &one = sources[0], &two = sources[1];
  EXPECT_EQ(one.url, "https://news.example/a");
  EXPECT_EQ(one.kind, SourceKind::kArticle);
  EXPECT_EQ(one.importance, 2);
  EXPECT_EQ(one.least, Span(600'000));
  EXPECT_EQ(one.most, Span(604'800'000));
  EXPECT_EQ(one.hours, (std::vector<CalendarWindow>{{0x1F, 480, 1200, 8 * 3600}}));
  EXPECT_EQ(one.scope.hosts, std::vector<std::string>{"news.example"});
  EXPECT_EQ(one.scope.depth, 3U);
  EXPECT_EQ(one.headers, (HttpHeaders{{"Accept-Language", "zh"}}));
  EXPECT_EQ(one.place, "a.toml:8");
  EXPECT_EQ(two.importance, 0.5);
  EXPECT_EQ(two.least, Span(300'000));
  EXPECT_EQ(two.most, Span(0));  // a key stands in place of the whole of its default
  EXPECT_EQ(two.hours.size(), 2U);
  EXPECT_EQ(two.scope.hosts, std::vector<std::string>{"*.city.example"});
  EXPECT_EQ(two.scope.paths, std::vector<std::string>{"/a/*.html"});
  EXPECT_EQ(two.scope.depth, 1U);
  EXPECT_EQ(two.headers, (HttpHeaders{{"Referer", "https://news.example/"}}));
}

TEST(ReadSources, TheSeedsOfTheProjectAreRead) {
  for (const char* name : {"binjiang.toml", "biotech.toml"}) {
    std::ifstream file(std::string(TAMIS_TESTS_DIR) + "/../seeds/" + name);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(read_sources(text, name).size(), 4U) << name;
  }
}

struct Case {
  std::string text, fault;
};

TEST(ReadSources, FaultsNameTheirPlace) {
  const Case cases[] = {
      {"", "a.toml:1:1: the version is missing"},
      {"version = 2", "a.toml:1:11: version 2 is of a later tamis; this one reads version 1"},
      {"version = 1", "a.toml:1:1: there is no source: begin each with a line [[source]]"},
      {"version = 1\nsource = 3",
       "a.toml:2:10: there is no source: begin each with a line [[source]]"},
      {"version = 1\nsources = 3", "a.toml:2:1: there is no key sources; did you mean source?"},
      {"version = 1\n[defaults]\nkind = 'feed'", "a.toml:3:1: there is no key kind in [defaults]"},
      {kHead, "a.toml:2:1: the source has no url"},
      {kHead + "url = 7", "a.toml:3:7: url must be a string"},
      {kHead + "url = 'ftp://a.example/'",
       "a.toml:3:7: 'ftp://a.example/' is no http or https URL"},
      {kHead + "url = 'https://a.example/'",
       "a.toml:2:1: the source has no kind: article, section, feed or sitemap"},
      {kHead + "url = 'https://a.example/'\nkind = 'feeds'",
       "a.toml:4:8: there is no kind 'feeds', only article, section, feed and sitemap; did you "
       "mean feed?"},
      {kWhole + "[[source]]\nurl = 'https://news.example/#x'\nkind = 'feed'",
       "a.toml:6:7: https://news.example/ stands here twice: in line 3"},
      {kWhole + "importence = 1",
       "a.toml:5:1: there is no key importence of a source; did you mean importance?"},
      {kWhole + "importance = 0", "a.toml:5:14: importance must be over 0 and at most 1000"},
      {kWhole + "importance = nan", "a.toml:5:14: importance must be over 0 and at most 1000"},
      {kWhole + "importance = 'x'", "a.toml:5:14: importance must be a number"},
      {kWhole + "bounds = '1h'", "a.toml:5:10: bounds must be a table"},
      {kWhole + "bounds = {min = '1w'}", "a.toml:5:17: min must be a time like 90s, 10m, 6h or 7d"},
      {kWhole + "bounds = {min = '0s'}", "a.toml:5:17: min must be a time like 90s, 10m, 6h or 7d"},
      {kWhole + "bounds = {min = '1d', max = '1h'}", "a.toml:5:10: bounds: min is longer than max"},
      {kWhole + "hours = ['09:00-18:00', '9-18']",
       "a.toml:5:25: hours are written like 06:00-23:00 or Mon-Fri 08:00-20:00 +08:00"},
      {kWhole + "scope = {host = 'a'}",
       "a.toml:5:10: there is no key host of scope; did you mean hosts?"},
      {kWhole + "scope = {hosts = 'https://a.example'}",
       "a.toml:5:18: 'https://a.example' is a host only: without http:// and without a path"},
      {kWhole + "scope = {paths = ['a']}", "a.toml:5:19: a path begins with / or *: 'a'"},
      {kWhole + "scope = {depth = 21}", "a.toml:5:18: depth must be 0 to 20"},
      {kWhole + "scope = {depth = 1.5}", "a.toml:5:18: depth must be a whole number"},
      {kWhole + "headers = {User-Agent = 'x'}",
       "a.toml:5:12: the header User-Agent is tamis's own"},
      {kWhole + "headers = {'a b' = 'x'}", "a.toml:5:12: 'a b' is no name of a header"},
      {kWhole + "headers = {A = \"x\\r\\nHost: b\"}",
       "a.toml:5:12: the header A holds a control character"},
      {kWhole + "headers = {A = ''}", "a.toml:5:12: the header A must hold 1 to 1000 bytes"},
  };
  for (const Case& one : cases) EXPECT_EQ(fault_of(one.text), one.fault) << one.text;
}

}  // namespace
}  // namespace tamis
