// SPDX-License-Identifier: Apache-2.0
#include "codec/pack.h"
#include "source/archive.h"
#include "source/folder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis {
namespace {

using test::error_of;
using test::ids;
using test::pages_in;
using test::warc_page;
using test::warc_record;
using test::warc_response;
using Ids = std::vector<std::string>;

const std::string kInfo =
    warc_record("warcinfo", "info", "application/warc-fields", "software: x\r\n");
const std::string kHtml = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n";

TEST(WarcReader, ResponsesAndTextResourcesArePages) {
  const std::string warc =
      kInfo +
      warc_record("request", "r", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      warc_response("1", kHtml, "<p>one") +
      warc_response("css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n", "p {}") +
      warc_response("png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n", "\x89PNG\r\n\x1a\n") +
      warc_response("404", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n", "<p>gone") +
      warc_record("revisit", "v", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n") +
      warc_record("resource", "res", "text/plain", "words", "WARC-Target-URI: <file://x>\r\n") +
      warc_record("resource", "dns", "text/dns", "20230109") +
      warc_record("metadata", "m", "application/warc-fields", "a: b") +
      warc_response("none", "HTTP/1.0 200 OK\r\n", "plain words of no type") +
      warc_response("txt", "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n", "plain words");
  for (const std::string& bytes : {warc, test::gzip(warc), test::zstd(warc)}) {
    const auto pages = pages_in("a.warc", bytes);
    ASSERT_EQ(ids(pages), (Ids{"1", "404", "res", "none", "txt"}));
    for (const Page& page : pages) EXPECT_EQ(error_of(page), "") << page.id;
    EXPECT_EQ(pages[0].url, "http://news.example/1");
    EXPECT_EQ(pages[0].bytes, "<p>one");
    EXPECT_EQ(pages[0].header("content-type"), "text/html; charset=gbk");
    EXPECT_EQ(pages[0].header(":status"), "200");
    EXPECT_EQ(pages[1].header(":status"), "404");
    EXPECT_EQ(pages[2].url, "file://x");
    EXPECT_EQ(pages[2].kind, PageKind::kText);
    EXPECT_EQ(pages[2].bytes, "words");
    EXPECT_EQ(pages[3].kind, PageKind::kHtml);  // no type told: the web's default
    EXPECT_EQ(pages[4].kind, PageKind::kText);
  }
}

TEST(WarcReader, TheIdentifiedTypeDecidesWhereTheServerErred) {
  const std::string warc =
      warc_response("jpg", kHtml, "\xFF\xD8\xFF", "WARC-Identified-Payload-Type: image/jpeg\r\n") +
      warc_response("html", "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n", "<p>a",
                    "WARC-Identified-Payload-Type: text/html\r\n");
  EXPECT_EQ(ids(pages_in("a.warc", warc)), (Ids{"html"}));
}

TEST(WarcReader, BodiesAreDecoded) {
  const std::string packed = test::gzip("<p>packed");
  const std::string warc =
      warc_response("chunked", kHtml + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
                    test::chunked(packed, 9)) +
      warc_response("lie", kHtml + "Content-Encoding: gzip\r\n", "<p>not packed") +
      warc_response("br", kHtml + "Content-Encoding: br\r\n", test::brotli_sample()) +
      warc_response("cut", kHtml + "Content-Encoding: gzip\r\n", packed.substr(0, 15)) +
      warc_response("cut-by-crawler", kHtml + "Content-Encoding: gzip\r\n",
                    test::gzip("<p>" + test::noise(500)).substr(0, 300),
                    "WARC-Truncated: length\r\n") +
      warc_response("short", kHtml + "Content-Length: 5000\r\n", "<p>cut",
                    "WARC-Truncated: time\r\n");
  const auto pages = pages_in("a.warc", warc);
  ASSERT_EQ(pages.size(), 6u);
  EXPECT_EQ(pages[0].bytes, "<p>packed");
  EXPECT_EQ(pages[1].bytes, "<p>not packed");
  EXPECT_EQ(pages[2].bytes, test::brotli_sample_text());
  EXPECT_EQ(error_of(pages[3]), "broken: gzip: the data ends too early");
  EXPECT_TRUE(pages[4].bytes.starts_with("<p>")) << error_of(pages[4]);
  EXPECT_EQ(pages[5].bytes, "<p>cut");
}

TEST(WarcReader, BodiesThatAreNoPageSayWhy) {
  SourceOptions small;
  small.max_page_bytes = 1000;
  const std::string warc =
      warc_response("empty", kHtml, "") + warc_response("blank", kHtml, " \r\n") +
      warc_response("binary", kHtml, test::noise(500)) +
      warc_response("big", kHtml, std::string(1500, 'a')) +
      warc_response("huge", kHtml, std::string(300000, 'a')) +
      warc_response("bomb", kHtml + "Content-Encoding: gzip\r\n",
                    test::gzip(std::string(90000, 'a'))) +
      warc_record("response", "no-http", "application/http", "<p>a") + warc_page("good", "<p>a");
  const auto pages = pages_in("a.warc", warc, small);
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"empty", "empty: no body"},
      {"blank", "empty: nothing but white space"},
      {"binary", "binary: not a page: bytes that are no text"},
      {"big", "too-big: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"huge", "too-big: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"bomb",
       "too-big: Content-Encoding gzip: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"no-http", "broken: no HTTP status line"},
      {"good", ""}};
  ASSERT_EQ(pages.size(), expected.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_EQ(pages[i].id, expected[i].first);
    EXPECT_EQ(error_of(pages[i]), expected[i].second);
  }
}

TEST(WarcReader, ARecordWithoutAnIdIsCounted) {
  const std::string warc = kInfo + warc_page("", "<p>a") + warc_page("", "<p>b");
  EXPECT_EQ(ids(pages_in("a.warc", warc)), (Ids{"a.warc#2", "a.warc#3"}));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

// A damaged record between good ones: they all come, and the damage costs one page.
TEST(WarcReader, ADamagedRecordCostsOnePage) {
  const std::string body = "<p>" + std::string(400, 'x'), bad = warc_page("bad", body);
  const std::string length =
      "Content-Length: " + std::to_string(bad.size() - bad.find("HTTP/1.1") - 4);
  const struct {
    const char* name;
    std::string record, id;
  } cases[] = {
      {"version", replaced(bad, "WARC/1.0", "WXRC/1.0"), "a.warc#3"},
      {"no length", replaced(bad, length, "Content-Lxngth: 1"), "a.warc#3"},
      {"length too small", replaced(bad, length, "Content-Length: 100"), "bad"},
      {"length too large", replaced(bad, length, "Content-Length: 680"), "bad"},
      {"length far too large", replaced(bad, length, "Content-Length: 70000"), "bad"},
      {"header cut", bad.substr(0, 60), "a.warc#3"},
      {"body cut", bad.substr(0, bad.size() - 200) + "\r\n\r\n", "bad"},
      {"garbage", test::noise(100000) + "\r\n", "a.warc#3"},
      {"headers without end", "WARC/1.0\r\n" + std::string(70000, 'h') + "\r\n", "a.warc#3"},
      {"an asset that is cut",
       replaced(warc_record("metadata", "m", "x/y", body), "Content-Length: 403",
                "Content-Length: 90"),
       "a.warc#4"},
  };
  for (const auto& c : cases) {
    const std::string warc = kInfo + warc_page("1", "<p>one") + c.record +
                             warc_page("2", "<p>two") + warc_page("3", "<p>three");
    const auto pages = pages_in("a.warc", warc);
    EXPECT_EQ(ids(pages), (Ids{"1", c.id, "2", "3"})) << c.name;
    for (const Page& page : pages) {
      EXPECT_EQ(page.error.has_value(), page.id == c.id) << c.name << ": " << error_of(page);
      if (page.error) {
        EXPECT_EQ(page.error->kind, ErrorKind::kBroken) << c.name;
      }
    }
  }
}

TEST(WarcReader, AFileThatIsCutEndsWithAPageThatSaysSo) {
  const std::string warc =
      warc_page("1", "<p>one") + warc_page("2", "<p>two" + std::string(100, 'x'));
  const auto pages = pages_in("a.warc", warc.substr(0, warc.size() - 50));
  ASSERT_EQ(ids(pages), (Ids{"1", "2"}));
  EXPECT_TRUE(error_of(pages[1]).starts_with("broken: cut short: ")) << error_of(pages[1]);
}

TEST(WarcReader, AMemberEachAndABrokenOneCostsOnePage) {
  std::string bad = test::gzip(warc_page("bad", "<p>" + test::noise(3000)));
  bad[200] = static_cast<char>(bad[200] ^ 0x40);
  const std::string cut = test::gzip(warc_page("bad", "<p>" + test::noise(90000))).substr(0, 70000);
  const std::string nested = test::gzip(warc_response(
      "nested", kHtml + "Content-Encoding: gzip\r\n", test::gzip("<p>nested" + test::noise(900))));
  for (const std::string& damage : {bad, cut, test::noise(5000), std::string("garbage"),
                                    nested.substr(0, nested.size() - 300)}) {
    std::string packed;
    for (int i = 0; i < 20; ++i) {
      packed +=
          i == 10 ? damage : test::gzip(warc_page(std::to_string(i), "<p>" + std::to_string(i)));
    }
    const auto pages = pages_in("a.warc.gz", packed);
    ASSERT_EQ(pages.size(), 20u) << testing::PrintToString(ids(pages));
    for (int i = 0; i < 20; ++i) {
      EXPECT_EQ(pages[i].error.has_value(), i == 10) << i << error_of(pages[i]);
      if (i != 10) {
        EXPECT_EQ(pages[i].id, std::to_string(i));
      }
    }
  }
}

TEST(WarcReader, AFrameEachOfZstd) {
  std::string bad = test::zstd(warc_page("bad", "<p>" + test::noise(3000)));
  bad[bad.size() - 2] = static_cast<char>(bad[bad.size() - 2] ^ 0x40);
  const std::string bomb = test::zstd_repeated(warc_page("bomb", "<p>"), 64 << 20);
  const auto pages = pages_in(
      "a.warc.zst", test::zstd(warc_page("1", "<p>1")) + bad + test::zstd(warc_page("2", "<p>2")));
  EXPECT_EQ(ids(pages), (Ids{"1", "a.warc.zst#2", "2"}));
  EXPECT_FALSE(pages_in("a.warc.zst", bomb + test::zstd(warc_page("2", "<p>2"))).empty());
}

TEST(WarcReader, BareLineEndsAndMissingSeparatorsAreTaken) {
  std::string bare;
  for (char c : kInfo + warc_page("1", "<p>one")) {
    if (c != '\r') bare += c;
  }
  // The lengths no longer fit by the carriage returns that went.
  bare = replaced(bare, "Content-Length: 13", "Content-Length: 12");
  bare = replaced(bare, "Content-Length: 50", "Content-Length: 47");
  EXPECT_EQ(ids(pages_in("a.warc", bare)), (Ids{"1"}));
  std::string joined = warc_page("1", "<p>one");
  joined.resize(joined.size() - 4);
  EXPECT_EQ(ids(pages_in("a.warc", joined + warc_page("2", "<p>two"))), (Ids{"1", "2"}));
}

}  // namespace
}  // namespace tamis
