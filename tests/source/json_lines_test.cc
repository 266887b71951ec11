// SPDX-License-Identifier: Apache-2.0
#include "codec/pack.h"
#include "source/folder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis {
namespace {

using test::error_of;
using test::ids;
using test::pages_in;
using Ids = std::vector<std::string>;

TEST(JsonLines, HtmlTextAndArticles) {
  const auto pages =
      pages_in("p.jsonl",
               "\xEF\xBB\xBF{\"id\":\"one\",\"url\":\"http://a/1\",\"html\":\"<p>\\u65b0\"}\n"
               "{\"id\":2,\"text\":\"words\"}\r\n"
               "\n  \n"
               "{\"text\":\"no id\",\"html\":\"\"}\n"
               "{\"id\":\"four\",\"status\":\"no-article\"}\n"
               "{\"status\":200,\"html\":\"<p>status of HTTP\"}\n"
               "{\"id\":2.5,\"text\":\"last line, no end\"}");
  EXPECT_EQ(ids(pages), (Ids{"one", "2", "p.jsonl:5", "four", "p.jsonl:7", "2.5"}));
  EXPECT_EQ(pages[0].url, "http://a/1");
  EXPECT_EQ(pages[0].bytes, "<p>新");
  EXPECT_EQ(pages[0].kind, PageKind::kHtml);
  EXPECT_TRUE(pages[0].decoded);
  EXPECT_EQ(pages[1].kind, PageKind::kText);
  EXPECT_EQ(error_of(pages[2]), "empty: line 5: empty");
  EXPECT_EQ(pages[3].kind, PageKind::kArticle);
  EXPECT_EQ(pages[3].bytes, "{\"id\":\"four\",\"status\":\"no-article\"}");
  EXPECT_EQ(pages[4].kind, PageKind::kHtml);
  EXPECT_EQ(pages[5].bytes, "last line, no end");
}

TEST(JsonLines, AsArticlesTakesEveryText) {
  SourceOptions options;
  options.articles = true;
  const auto pages = pages_in(
      "p.jsonl", "{\"id\":\"a\",\"text\":\"t\",\"html\":\"h\"}\n{\"id\":\"b\"}\n", options);
  EXPECT_EQ(ids(pages), (Ids{"a", "b"}));
  EXPECT_EQ(pages[0].kind, PageKind::kArticle);
  EXPECT_EQ(pages[0].bytes, "{\"id\":\"a\",\"text\":\"t\",\"html\":\"h\"}");
  EXPECT_EQ(error_of(pages[1]), "broken: line 2: no \"text\"");
}

TEST(JsonLines, ABrokenLineCostsThatPageOnly) {
  const auto pages =
      pages_in("p.jsonl",
               "{\"id\":\"a\",\"text\":\"t\"}\n{\"id\":\"b\",\"te\n[1]\n{\"id\":\"c\"}\n"
               "{\"id\":\"d\",\"text\":\"t\"}\n");
  EXPECT_EQ(ids(pages), (Ids{"a", "p.jsonl:2", "p.jsonl:3", "c", "d"}));
  EXPECT_TRUE(error_of(pages[1]).starts_with("broken: line 2: JSON: ")) << error_of(pages[1]);
  EXPECT_EQ(error_of(pages[2]), "broken: line 3: not a JSON object");
  EXPECT_EQ(error_of(pages[3]), "broken: line 4: neither \"html\" nor \"text\"");
  EXPECT_EQ(error_of(pages[4]), "");
}

TEST(JsonLines, ALineOverTheLimitIsPassedOver) {
  SourceOptions small;
  small.max_page_bytes = 1000;
  const std::string decoded = "{\"id\":\"a\",\"text\":\"" + std::string(1001, 't') + "\"}\n";
  const std::string line = "{\"id\":\"b\",\"text\":\"" + std::string(1 << 20, 't') + "\"}\n";
  const auto pages = pages_in("p.jsonl", decoded + line + "{\"id\":\"c\",\"text\":\"t\"}\n", small);
  EXPECT_EQ(ids(pages), (Ids{"a", "p.jsonl:2", "c"}));
  EXPECT_TRUE(error_of(pages[0]).starts_with("too-big: more than the limit of 1000 bytes"));
  EXPECT_TRUE(error_of(pages[1]).starts_with("too-big: more than the limit of 1000 bytes"));
  EXPECT_EQ(pages[1].bytes, "");
  EXPECT_EQ(error_of(pages[2]), "");
}

std::string lines(int from, int to) {
  std::string out;
  for (int i = from; i < to; ++i) {
    out += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + std::to_string(i * 7919) + "\"}\n";
  }
  return out;
}

TEST(JsonLines, ABrokenMemberCostsOnePage) {
  const std::string second = test::gzip(lines(100, 2000)), third = test::gzip(lines(5000, 5100));
  const auto pages = pages_in(
      "p.jsonl.gz", test::gzip(lines(0, 100)) + second.substr(0, second.size() / 2) + third);
  std::size_t errors = 0, last = 0;
  for (const Page& page : pages) {
    errors += page.error.has_value();
    last += !page.error && page.id.size() == 4 && page.id[0] == '5';
  }
  EXPECT_EQ(errors, 1u);
  EXPECT_EQ(last, 100u);
  EXPECT_GT(pages.size(), 500u);
}

TEST(JsonLines, ACutFileEndsWithAPageThatSaysSo) {
  const std::string packed = test::zstd(lines(0, 50000));
  const auto pages = pages_in("p.jsonl.zst", packed.substr(0, packed.size() / 2));
  ASSERT_GT(pages.size(), 1000u);
  EXPECT_EQ(error_of(pages.back()), "broken: zstd: the data ends too early");
  EXPECT_EQ(error_of(pages[pages.size() - 2]), "");
}

TEST(JsonLines, BombsEnd) {
  const std::string bomb = test::zstd_repeated("{\"id\":1,\"text\":\"a\"}\n", 64 << 20);
  const auto pages = pages_in("p.jsonl.zst", bomb);
  ASSERT_FALSE(pages.empty());
  EXPECT_TRUE(error_of(pages.back()).starts_with("too-big: zstd: expands more than"));
  const std::string line =
      test::gzip("{\"text\":\"a\"}\n{\"text\":\"") + test::gzip_repeated("a", 40 << 20);
  const auto two = pages_in("p.jsonl.gz", line);
  ASSERT_EQ(two.size(), 2u);
  EXPECT_TRUE(error_of(two[1]).starts_with("too-big: "));
}

}  // namespace
}  // namespace tamis
