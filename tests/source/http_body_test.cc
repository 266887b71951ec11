// SPDX-License-Identifier: Apache-2.0
#include "codec/pack.h"
#include "source/archive.h"
#include "source/http_message.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::source {
namespace {

const std::string kPage = "<html><p>" + std::string(3000, 'a') + test::noise(0) + "</html>";

struct Case {
  const char* name;
  Headers headers;
  std::string body, expected;
};

constexpr BodyLimits kLimits = {1 << 20, 2000, false};

TEST(DecodeBody, TakesOffEveryCoding) {
  const Case cases[] = {
      {"plain", {}, kPage, kPage},
      {"identity", {{"Content-Encoding", "identity"}}, kPage, kPage},
      {"gzip", {{"content-encoding", "GZIP"}}, test::gzip(kPage), kPage},
      {"x-gzip, two members",
       {{"Content-Encoding", "x-gzip"}},
       test::gzip("<p>one") + test::gzip(" two"),
       "<p>one two"},
      {"deflate", {{"Content-Encoding", "deflate"}}, test::zlib(kPage), kPage},
      {"deflate, raw", {{"Content-Encoding", "deflate"}}, test::raw_deflate(kPage), kPage},
      {"br", {{"Content-Encoding", "br"}}, test::brotli_sample(), test::brotli_sample_text()},
      {"zstd", {{"Content-Encoding", "zstd"}}, test::zstd(kPage), kPage},
      {"stacked", {{"Content-Encoding", "deflate, gzip"}}, test::gzip(test::zlib(kPage)), kPage},
      {"two headers",
       {{"Content-Encoding", "zstd"}, {"Content-Encoding", "gzip"}},
       test::gzip(test::zstd(kPage)),
       kPage},
      {"chunked", {{"Transfer-Encoding", "chunked"}}, test::chunked(kPage, 100), kPage},
      {"chunked gzip",
       {{"Content-Encoding", "gzip"}, {"Transfer-Encoding", "chunked"}},
       test::chunked(test::gzip(kPage), 7),
       kPage},
      {"transfer gzip",
       {{"Transfer-Encoding", "gzip, chunked"}},
       test::chunked(test::gzip(kPage), 50),
       kPage},
      {"decoded already", {{"Content-Encoding", "gzip"}}, kPage, kPage},
      {"br decoded already", {{"Content-Encoding", "br"}}, kPage, kPage},
      {"deflate decoded already", {{"Content-Encoding", "deflate"}}, kPage, kPage},
      {"zstd decoded already", {{"Content-Encoding", "zstd"}}, kPage, kPage},
      {"unchunked already", {{"Transfer-Encoding", "chunked"}}, kPage, kPage},
      {"no coding at all", {{"Content-Encoding", "UTF-8"}}, kPage, kPage},
      {"trailing garbage", {{"Content-Encoding", "gzip"}}, test::gzip(kPage) + "garbage", kPage},
      {"empty", {{"Content-Encoding", "gzip"}}, "", ""},
  };
  for (const Case& c : cases) {
    const auto body = decode_body(c.body, c.headers, kLimits);
    ASSERT_TRUE(body) << c.name << ": " << body.error().message;
    EXPECT_TRUE(*body == c.expected) << c.name;
  }
}

TEST(DecodeBody, CutAndDamagedBodiesAreBrokenUnlessTheCrawlerCutThem) {
  const std::string text = "<html>" + test::noise(4000);
  const std::string packed = test::gzip(text);
  const Case cases[] = {
      {"gzip", {{"Content-Encoding", "gzip"}}, packed.substr(0, packed.size() / 2), ""},
      {"chunked",
       {{"Transfer-Encoding", "chunked"}},
       test::chunked(text, 1000).substr(0, 2500),
       ""},
      {"chunk size",
       {{"Transfer-Encoding", "chunked"}},
       "5\r\n<html\r\n" + test::noise(100, 3),
       ""},
  };
  for (const Case& c : cases) {
    const auto refused = decode_body(c.body, c.headers, kLimits);
    ASSERT_FALSE(refused) << c.name;
    EXPECT_EQ(refused.error().kind, ErrorKind::kBroken) << c.name;
    const auto taken = decode_body(c.body, c.headers, {1 << 20, 2000, true});
    ASSERT_TRUE(taken) << c.name;
    EXPECT_TRUE(taken->starts_with("<html")) << c.name;
  }
}

TEST(DecodeBody, BombsAreTooBig) {
  for (const auto& [coding, packed] :
       {std::pair("gzip", test::gzip_repeated("a", 20 << 20)),
        std::pair("zstd", test::zstd_repeated("a", 20 << 20)),
        std::pair("gzip, gzip", test::gzip(test::gzip_repeated("a", 20 << 20)))}) {
    const auto body = decode_body(packed, {{"Content-Encoding", coding}}, kLimits);
    ASSERT_FALSE(body) << coding;
    EXPECT_EQ(body.error().kind, ErrorKind::kTooBig) << coding;
  }
  std::string many = "gzip";
  for (int i = 0; i < 50; ++i) many += ", gzip";
  EXPECT_FALSE(decode_body("x", {{"Content-Encoding", many}}, kLimits));
}

TEST(RemoveChunks, ToleratesWhatServersSend) {
  const struct {
    std::string body, expected;
    bool whole;
  } cases[] = {
      {"3\r\nabc\r\n0\r\n\r\n", "abc", true},
      {"3;name=value\r\nabc\r\n2  \r\nde\r\n0\r\nTrailer: x\r\n\r\n", "abcde", true},
      {"3\nabc\n0\n\n", "abc", true},
      {"3\r\nabc\r\n0\r\n\r\ngarbage", "abc", true},
      {"3\r\nabc\r\n", "abc", true},
      {"00000003\r\nabc\r\n0\r\n", "abc", true},
      {"3\r\nabc\r\n9\r\nde", "abcde", false},
      {"3\r\nabc\r\nzz\r\nde", "abc", false},
      {"ffffffffffffffff\r\nab", "ffffffffffffffff\r\nab", true},
      {"<p>no chunks\r\n", "<p>no chunks\r\n", true},
      {"", "", true},
  };
  for (const auto& c : cases) {
    bool whole = false;
    EXPECT_EQ(remove_chunks(c.body, whole), c.expected) << c.body;
    EXPECT_EQ(whole, c.whole) << c.body;
  }
}

TEST(ParseHttpHead, FindsTheBody) {
  const std::string message = "HTTP/1.1 404 Not Found\r\nA: b\r\n\r\n<p>";
  const auto head = parse_http_head(message);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, "404");
  EXPECT_EQ(message.substr(head->size), "<p>");
  EXPECT_EQ(parse_http_head("HTTP/1.1 200 OK\r\nA: b")->size, 21u);
  EXPECT_FALSE(parse_http_head("<p>"));
}

}  // namespace
}  // namespace tamis::source
