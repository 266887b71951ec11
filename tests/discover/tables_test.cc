// SPDX-License-Identifier: Apache-2.0
// Normal forms, dates and kinds, as tables.
#include "discover/from_rules.h"
#include "discover/iso_date.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace tamis {
namespace {

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(std::string(TAMIS_TESTS_DIR) + "/discover/" + name);
  std::vector<std::vector<std::string>> out;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> fields{""};
    for (const char c : line) {
      if (c == '\t')
        fields.emplace_back();
      else
        fields.back() += c;
    }
    for (std::string& field : fields)
      if (field == "-") field.clear();
    out.push_back(std::move(fields));
  }
  EXPECT_FALSE(out.empty()) << name;
  return out;
}

TEST(NormalUrl, IsOneForTheManyWaysToWriteIt) {
  for (const auto& row : rows_of("urls.tsv"))
    EXPECT_EQ(test::discoverer().normal_url(row[0]), row[1]) << row[0];
}

TEST(NormalUrl, IsItsOwnNormalForm) {
  for (const auto& row : rows_of("urls.tsv"))
    EXPECT_EQ(test::discoverer().normal_url(row[1]), row[1]) << row[1];
}

TEST(NormalUrl, HasALimit) {
  const std::string start = "https://news.example/";
  const std::string longest = start + std::string(kMaxUrlBytes - start.size(), 'a');
  EXPECT_EQ(test::discoverer().normal_url(longest), longest);
  EXPECT_EQ(test::discoverer().normal_url(longest + "a"), "");
  EXPECT_EQ(test::discoverer().normal_url(start + std::string(2000, '\xE4')), "");
}

TEST(Dates, AreIso) {
  for (const auto& row : rows_of("dates.tsv")) {
    EXPECT_EQ(discovery::iso_date(row[0]), row[1]) << row[0];
    EXPECT_EQ(discovery::iso_date(row[1]), row[1]) << row[1];
    const std::optional<std::int64_t> instant = instant_of(row[1]);
    EXPECT_EQ(instant ? std::to_string(*instant) : "", row[2]) << row[0];
  }
}

TEST(GuessKind, GoesByTheUrlAlone) {
  for (const auto& row : rows_of("kinds.tsv"))
    EXPECT_STREQ(source_kind_name(test::discoverer().guess_kind(row[0])), row[1].c_str()) << row[0];
}

TEST(GuessList, SaysTheSameOfListsAndNothingOfPages) {
  for (const auto& row : rows_of("kinds.tsv")) {
    const auto list = test::discoverer().guess_list(row[0]);
    const bool page = row[1] == "article" || row[1] == "section";
    EXPECT_STREQ(list ? source_kind_name(*list) : "", page ? "" : row[1].c_str()) << row[0];
  }
  EXPECT_EQ(test::discoverer().guess_list("http://a.example/%52SS.xml?x#y"), SourceKind::kFeed);
  EXPECT_EQ(test::discoverer().guess_list("http://a.example/feed/新闻"), SourceKind::kFeed);
  EXPECT_EQ(test::discoverer().guess_list("http://a.example/rss;jsessionid=1"), SourceKind::kFeed);
}

TEST(SourceKind, HasANameAndComesBackFromIt) {
  for (const char* name : {"article", "section", "feed", "sitemap"}) {
    const auto kind = source_kind_from_name(name);
    ASSERT_TRUE(kind) << name;
    EXPECT_STREQ(source_kind_name(*kind), name);
  }
  EXPECT_FALSE(source_kind_from_name("Article"));
  EXPECT_FALSE(source_kind_from_name(""));
}

TEST(InScope, HostsAreWholeNamesUnlessAStarBeginsThem) {
  const Scope scope{{"news.example", "*.city.example"}, {}, 1};
  EXPECT_TRUE(in_scope(scope, "https://news.example/a"));
  EXPECT_TRUE(in_scope(scope, "http://NEWS.example:8080/a"));
  EXPECT_TRUE(in_scope(scope, "https://old.www.city.example/"));
  EXPECT_FALSE(in_scope(scope, "https://city.example/"));
  EXPECT_FALSE(in_scope(scope, "https://badcity.example/"));
  EXPECT_FALSE(in_scope(scope, "https://news.example.evil.example/"));
  EXPECT_FALSE(in_scope(scope, "https://news.example@evil.example/"));
  EXPECT_FALSE(in_scope(scope, "/a"));
  EXPECT_TRUE(in_scope({}, "https://any.example/"));
}

TEST(InScope, PathsBeginOrMatchWholly) {
  const auto allows = [](const std::string& path, const std::string& url) {
    return in_scope({{}, {path}, 1}, "https://news.example" + url);
  };
  EXPECT_TRUE(allows("/a/", "/a/b?c"));
  EXPECT_FALSE(allows("/a/", "/a"));
  EXPECT_TRUE(allows("/", ""));
  EXPECT_TRUE(allows("/*.html", "/a/b.html?c"));
  EXPECT_FALSE(allows("/*.html", "/a/b.htm"));
  EXPECT_TRUE(allows("/*/a*", "/x/y/ab"));
  EXPECT_FALSE(allows("/a*b*c", "/acb"));
  EXPECT_TRUE(allows("/show?id=*", "/show?id=7"));
  EXPECT_FALSE(allows("/show?id=*", "/show"));
}

}  // namespace
}  // namespace tamis
