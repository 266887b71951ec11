// SPDX-License-Identifier: Apache-2.0
#include "robots/rule.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::robots {
namespace {

bool matches(std::string_view rule, std::string_view url) {
  return make_rule({1, Key::kDisallow, rule, rule}).matches(url_path(url, Escapes::kPlain));
}

std::string path_of(std::string_view url) {
  return url_path(url, Escapes::kAsWritten);
}

// Obviously right: every length is tried at every star.
bool slow(std::string_view rule, std::string_view path) {
  if (rule.empty()) return true;
  if (rule == "$") return path.empty();
  if (rule.front() == '*') {
    for (std::size_t n = 0; n <= path.size(); ++n)
      if (slow(rule.substr(1), path.substr(n))) return true;
    return false;
  }
  return !path.empty() && path.front() == rule.front() && slow(rule.substr(1), path.substr(1));
}

std::vector<std::string> words(std::string_view letters, std::size_t longest) {
  std::vector<std::string> out{""};
  for (std::size_t from = 0; from < out.size(); ++from) {
    if (out[from].size() == longest) break;
    for (const char c : letters) out.push_back(out[from] + c);
  }
  return out;
}

TEST(Rule, AgreesWithTheSlowMatcherOnAllSmallInputs) {
  const std::vector<std::string> paths = words("ab", 6);
  for (const std::string& word : words("ab*", 5)) {
    for (const char* end : {"", "$"}) {
      const std::string rule = "/" + word + end;
      const Rule fast = make_rule({1, Key::kDisallow, rule, rule});
      for (const std::string& path : paths)
        ASSERT_EQ(fast.matches("/" + path), slow(rule, "/" + path)) << rule << " on /" << path;
    }
  }
}

// The table of RFC 9309, 2.2.2.
TEST(Rule, EscapesAreComparedInOneForm) {
  EXPECT_TRUE(matches("/foo/bar?baz=quz", "http://a.example/foo/bar?baz=quz"));
  EXPECT_TRUE(matches("/foo/bar/\xE3\x83\x84", "http://a.example/foo/bar/%E3%83%84"));
  EXPECT_TRUE(matches("/foo/bar/%e3%83%84", "http://a.example/foo/bar/%E3%83%84"));
  EXPECT_TRUE(matches("/foo/bar/%62%61%7A", "http://a.example/foo/bar/baz"));
  EXPECT_TRUE(matches("/~jim/", "/%7Ejim/x"));
  EXPECT_FALSE(matches("/a%2Fb", "/a/b"));  // an escaped slash is no slash
  EXPECT_TRUE(matches("/a%2fb", "/a%2Fb"));
  EXPECT_TRUE(matches("/%3c", "/%3C"));
}

// Where the RFC's table and parsers in use differ, a rule forbids by either reading.
TEST(Rule, AllowLinesOpenOnlyWhatTheirLetterSays) {
  const auto allows = [](std::string_view rule, std::string_view url) {
    return make_rule({1, Key::kAllow, rule, rule}).matches(url_path(url, Escapes::kAsWritten));
  };
  EXPECT_FALSE(allows("/foo/%62%61%7A", "/foo/baz"));
  EXPECT_TRUE(allows("/foo/%62%61%7A", "/foo/%62%61%7a"));
  EXPECT_TRUE(allows("/caf\xC3\xA9", "/caf%c3%a9"));
}

TEST(Rule, EscapedStarsAndDollarsAreLetters) {
  EXPECT_TRUE(matches("/x-%2A.html", "/x-*.html"));
  EXPECT_TRUE(matches("/x-%2A.html", "/x-%2a.html"));
  EXPECT_FALSE(matches("/x-%2A.html", "/x-y.html"));
  EXPECT_TRUE(matches("/foo-%24", "/foo-$bar"));
  EXPECT_FALSE(matches("/foo-%24", "/foo-"));
  EXPECT_TRUE(matches("/a$b", "/a$b"));
}

TEST(Rule, BrokenEscapesAreOctets) {
  EXPECT_TRUE(matches("/100%", "/100%"));
  EXPECT_TRUE(matches("/100%2", "/100%2"));
  EXPECT_TRUE(matches("/%zz", "/%zz"));
}

TEST(Rule, RulesThatDoNotBeginThePathMatchNothing) {
  EXPECT_FALSE(matches("private", "/private"));
  EXPECT_TRUE(matches("*private", "/a/private"));
}

TEST(UrlPath, IsPathAndQuery) {
  EXPECT_EQ(path_of("http://a.example"), "/");
  EXPECT_EQ(path_of(""), "/");
  EXPECT_EQ(path_of("http://a.example?q=1"), "/?q=1");
  EXPECT_EQ(path_of("https://u:p@a.example:8080/a/b?c#d"), "/a/b?c");
  EXPECT_EQ(path_of("//a.example/a"), "/a");
  EXPECT_EQ(path_of("/a?to=http://b.example/c"), "/a?to=http://b.example/c");
  EXPECT_EQ(path_of("http://a.example#b"), "/");
}

}  // namespace
}  // namespace tamis::robots
