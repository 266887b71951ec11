// SPDX-License-Identifier: Apache-2.0
#include "codec/pack.h"
#include "source/folder.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

using test::error_of;
using test::pages_in;

Page page_in(std::string_view name, std::string_view bytes, const SourceOptions& options = {}) {
  auto pages = pages_in(name, bytes, options);
  EXPECT_EQ(pages.size(), 1u) << name;
  return pages.empty() ? Page() : std::move(pages[0]);
}

TEST(SingleFile, HtmlAndTextPlainOrPacked) {
  const std::string html = "<!DOCTYPE html><p>a", text = "title\n\nwords";
  const struct {
    const char* name;
    std::string bytes, expected;
    PageKind kind;
  } cases[] = {
      {"a.html", html, html, PageKind::kHtml},
      {"a.txt", html, html, PageKind::kHtml},
      {"a.txt", text, text, PageKind::kText},
      {"a.html", text, text, PageKind::kHtml},
      {"a.html.gz", test::gzip(html), html, PageKind::kHtml},
      {"a.gz", test::gzip(text), text, PageKind::kText},
      {"a.html", test::gzip("<p>one ") + test::gzip("two"), "<p>one two", PageKind::kHtml},
      {"a.zst", test::zstd(html), html, PageKind::kHtml},
      {"a.html.gz", html, html, PageKind::kHtml},
      {"a.zst.gz", test::gzip(test::zstd(html)), html, PageKind::kHtml},
      {"a.html.gz", test::gzip(html) + "garbage", html, PageKind::kHtml},
      {"a.html.gz", test::gzip(html) + std::string(700, '\0'), html, PageKind::kHtml},
      {"a", std::string(70000, ' ') + html, std::string(70000, ' ') + html, PageKind::kHtml},
  };
  for (const auto& c : cases) {
    const Page page = page_in(c.name, c.bytes);
    EXPECT_EQ(error_of(page), "") << c.name;
    EXPECT_EQ(page.id, c.name);
    EXPECT_EQ(page.folder, "");
    EXPECT_TRUE(page.bytes == c.expected) << c.name;
    EXPECT_EQ(static_cast<int>(page.kind), static_cast<int>(c.kind)) << c.name;
    EXPECT_FALSE(page.decoded);
  }
}

TEST(SingleFile, EveryErrorIsAPageThatSaysWhy) {
  SourceOptions small;
  small.max_page_bytes = 1000;
  const std::string packed = test::gzip(test::noise(5000));
  const struct {
    const char* name;
    std::string bytes, error;
  } cases[] = {
      {"empty.html", "", "empty: no bytes"},
      {"blank.txt", " \r\n\t", "empty: nothing but white space"},
      {"empty.gz", test::gzip(""), "empty: no bytes"},
      {"mark.txt", "\xEF\xBB\xBF\n", "empty: nothing but white space"},
      {"a.png", "\x89PNG\r\n\x1a\n....", "binary: not a page: a PNG image"},
      {"a.html", test::noise(900), "binary: not a page: bytes that are no text"},
      {"spaced.bin", std::string(70000, ' ') + "%PDF-1.4",
       "too-big: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"big.txt", std::string(1001, 'a'),
       "too-big: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"big.gz", test::gzip(std::string(1001, 'a')),
       "too-big: more than the limit of 1000 bytes (--max-page-bytes)"},
      {"a.gz.gz.gz", test::gzip(test::gzip(test::gzip("<p>a"))),
       "binary: not a page: compressed more than twice"},
      {"cut.gz", test::gzip("<p>" + std::string(500, 'a')).substr(0, 20),
       "broken: gzip: the data ends too early"},
      {"head.gz", packed.substr(0, 8), "broken: gzip: the data ends too early"},
      {"cut.zst", test::zstd("<p>" + std::string(500, 'a')).substr(0, 15),
       "broken: zstd: the data ends too early"},
  };
  for (const auto& c : cases) {
    const Page page = page_in(c.name, c.bytes, small);
    EXPECT_EQ(error_of(page), c.error) << c.name;
    EXPECT_EQ(page.bytes, "") << c.name;
  }
  std::string flipped = test::gzip("<p>" + std::string(500, 'a'));
  flipped[flipped.size() - 6] = static_cast<char>(flipped[flipped.size() - 6] ^ 1);
  EXPECT_EQ(error_of(page_in("crc.gz", flipped)),
            "broken: gzip: damaged data (incorrect data check)");
}

TEST(SingleFile, ALimitIsNotOneByteLess) {
  SourceOptions small;
  small.max_page_bytes = 1000;
  EXPECT_EQ(page_in("a.txt", std::string(1000, 'a'), small).bytes.size(), 1000u);
}

TEST(SingleFile, ZipBombsAreTooBig) {
  const Page gz = page_in("bomb.html.gz", test::gzip_repeated("<p>a</p>", 32 << 20));
  EXPECT_EQ(error_of(gz), "too-big: more than the limit of 16777216 bytes (--max-page-bytes)");
  const Page zst = page_in("bomb.html.zst", test::zstd_repeated("<p>a</p>", 32 << 20));
  EXPECT_TRUE(error_of(zst).starts_with("too-big: ")) << error_of(zst);
  const Page nested = page_in("bomb.gz.gz", test::gzip(test::gzip_repeated("<p>a</p>", 32 << 20)));
  EXPECT_TRUE(error_of(nested).starts_with("too-big: ")) << error_of(nested);
  SourceOptions tight;
  tight.max_ratio = 100;
  const Page ratio = page_in("bomb.gz", test::gzip_repeated("<p>a</p>", 8 << 20), tight);
  EXPECT_TRUE(error_of(ratio).starts_with("too-big: gzip: expands more than the limit of 100"))
      << error_of(ratio);
}

TEST(SingleFile, ASidecarGivesUrlAndHeaders) {
  const test::Folder folder;
  folder.write("site/a.html", "<p>a");
  folder.write("site/a.html.headers",
               "HTTP/1.1 200 OK\r\nWARC-Target-URI: http://news.example/a\r\n"
               "Content-Type: text/html; charset=gbk\r\nX: y\r\n");
  for (const std::string& input : {folder.path(), folder.at("site/a.html")}) {
    const auto pages = test::pages_of({input});
    ASSERT_EQ(pages.size(), 1u);
    EXPECT_EQ(pages[0].url, "http://news.example/a");
    EXPECT_EQ(pages[0].header("content-type"), "text/html; charset=gbk");
    EXPECT_EQ(pages[0].header(":status"), "200");
    EXPECT_EQ(pages[0].headers.size(), 3u);
  }
  EXPECT_EQ(test::pages_of({folder.path()})[0].folder, "site");
}

}  // namespace
}  // namespace tamis
