// SPDX-License-Identifier: Apache-2.0
#include "base/url.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::base {
namespace {

struct Case {
  std::string reference, expected;
};

// RFC 3986, 5.4.1 and 5.4.2, without the schemes that are not ours.
TEST(ResolveUrl, TheExamplesOfTheStandard) {
  const Case cases[] = {
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "http://a/b/c/g"},
      {"g:h", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(resolve_url("http://a/b/c/d;p?q", c.reference), c.expected) << c.reference;
  }
}

TEST(ResolveUrl, WhatPagesReallyContain) {
  const Case cases[] = {
      {"HTTPS://User:Pw@EXAMPLE.com:8080/A?b#c", "https://User:Pw@example.com:8080/A?b#c"},
      {"  /x.html \n", "https://news.example/x.html"},
      {"a\nb\tc.html", "https://news.example/2023/abc.html"},
      {"\\\\cdn.example\\a\\b?x\\y", "https://cdn.example/a/b?x\\y"},
      {"..\\up.html", "https://news.example/up.html"},
      {"https:/other.html", "https://news.example/other.html"},
      {"http:other.example/x", "http://other.example/x"},
      {"http:////other.example//x", "http://other.example//x"},
      {"///other.example/x", "https://other.example/x"},
      {"//[2001:DB8::1]:80/x", "https://[2001:db8::1]:80/x"},
      {"新闻/a b.html", "https://news.example/2023/新闻/a%20b.html"},
      {"a\"<b>", "https://news.example/2023/a%22%3Cb%3E"},
      {"#", "https://news.example/2023/1.html#"},
      {"?", "https://news.example/2023/1.html?"},
      {"javascript:void(0)", ""},
      {"mailto:a@b.example", ""},
      {"data:text/html,x", ""},
      {"ftp://a/b", ""},
      {"http://", ""},
      {"http://:80/", ""},
      {"http://a b/", ""},
      {"http://a:99999/", ""},
      {"http://a:8x/", ""},
      {"http://[::1/", ""},
      {"http://[]/", ""},
      {"//", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(resolve_url("https://news.example/2023/1.html", c.reference), c.expected)
        << c.reference;
  }
}

TEST(ResolveUrl, NeedsAnAbsoluteUrlOnOneSide) {
  EXPECT_EQ(resolve_url("", "http://a/b/../c"), "http://a/c");
  EXPECT_EQ(resolve_url("nonsense", "https://a"), "https://a");
  EXPECT_EQ(resolve_url("", "b"), "");
  EXPECT_EQ(resolve_url("/a/b", "c"), "");
  EXPECT_EQ(resolve_url("ftp://a/b", "c"), "");
  EXPECT_EQ(resolve_url("http://a", "b"), "http://a/b");
}

// What is passed through and what is not differ by one character.
TEST(ResolveUrl, PlainUrlsStayAndTheirNeighboursAreResolved) {
  const Case cases[] = {
      {"http://a.example", "http://a.example"},
      {"https://a-b_c.example:8443/x/y.html?z=1&w#f",
       "https://a-b_c.example:8443/x/y.html?z=1&w#f"},
      {"http://a.example/新闻?问", "http://a.example/新闻?问"},
      {"http://a.example//x/", "http://a.example//x/"},
      {"http://a.example?x/../y", "http://a.example?x/../y"},
      {"http://a.example:/x", "http://a.example:/x"},
      {"http://a.example:65535/", "http://a.example:65535/"},
      {"http://a.example:65536/", ""},
      {"http://a.example:000080/", "http://a.example:000080/"},
      {"http://a.example:80@b.example/", "http://a.example:80@b.example/"},
      {"http://A.example/", "http://a.example/"},
      {"http://a.example./x", "http://a.example/x"},
      {"http://a.example/x/.", "http://a.example/x/"},
      {"http://a.example/./x", "http://a.example/x"},
      {"http://a.example/.x", "http://a.example/.x"},
      {"http://a.example/..", "http://a.example/"},
      {"http://a.example/x y", "http://a.example/x%20y"},
      {"http://a.example/x\\y", "http://a.example/x/y"},
      {"http://a.example/x\ty", "http://a.example/xy"},
      {"http://a.example/\"", "http://a.example/%22"},
      {"http://a.example/\x7f", "http://a.example/%7F"},
      {"http://a|b/", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(resolve_url("http://base.example/b", c.reference), c.expected) << c.reference;
    if (c.expected.find('#') == c.expected.npos) {
      EXPECT_EQ(resolve_url(c.reference, ""), c.expected) << c.reference;
    }
  }
  EXPECT_EQ(resolve_url("http://a.example/x?y#z", ""), "http://a.example/x?y");
}

TEST(ResolveUrl, LongPathsOfDotsTakeLinearTime) {
  std::string up, down;
  for (int i = 0; i < 300000; ++i) up += "../", down += "x/";
  EXPECT_EQ(resolve_url("http://a/", down + up + "g"), "http://a/g");
}

TEST(HostOf, LowerCaseWithoutUserAndPort) {
  const Case cases[] = {
      {"http://News.Example/a", "news.example"},
      {" https://news.example:8443?x", "news.example"},
      {"http://user:p@ss@news.example/", "news.example"},
      {"http://news.example./", "news.example"},
      {"http://[FE80::1]:80/", "[fe80::1]"},
      {"http:\\\\news.example\\a", "news.example"},
      {"http://新闻.example/", "新闻.example"},
      {"http://news.example#@other.example/", "news.example"},
      {"http://127.0.0.1", "127.0.0.1"},
      {"http://a_b-c.example:65535?x", "a_b-c.example"},
      {"http://a.example:65536/", ""},
      {"http://a.example:1@b.example/", "b.example"},
      {"http://a.ex\tample/", "a.example"},
      {"//news.example/", ""},
      {"news.example/a", ""},
      {"/a", ""},
      {"", ""},
      {"http:", ""},
      {"http://@/", ""},
      {"mailto:a@news.example", ""},
      {"http://a%00b/", ""},
      {"http://[::1]x/", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(host_of(c.reference), c.expected) << c.reference;
}

TEST(LooksLikeHost, IsLowerCaseWithDotsAndATopLevelDomain) {
  EXPECT_TRUE(looks_like_host("www.a-b.cn"));
  for (const char* no : {"pages", "v2.0", "a..cn", ".cn", "a.b", "A.cn", "a b.cn", ""})
    EXPECT_FALSE(looks_like_host(no)) << no;
}

}  // namespace
}  // namespace tamis::base
