// SPDX-License-Identifier: Apache-2.0
// Documents that are made to cost much, or to lead elsewhere.
#include "codec/pack.h"
#include "discover/from_rules.h"
#include "discover/xml_tidy.h"
#include "tamis/result.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t n = 0; n < count; ++n) out += piece;
  return out;
}

const Scope kHere{{"news.example"}, {}, 1};

std::string sitemap_of(std::size_t entries) {
  std::string out = "<urlset>";
  for (std::size_t n = 0; n < entries; ++n)
    out += "<url><loc>https://news.example/" + std::to_string(n) + "</loc></url>";
  return out + "</urlset>";
}

TEST(HostileDiscover, ASitemapOfManyEntriesIsCutAtTheLimit) {
  DiscoverOptions options;
  options.max_items = 100;
  const Discovered found = test::discoverer().discover(test::page_of(sitemap_of(300)), options);
  EXPECT_EQ(found.items.size(), 100U);
  EXPECT_EQ(found.over_limit, 200U);
  EXPECT_FALSE(found.error);
}

TEST(HostileDiscover, NeitherRepeatsNorStrangersAreLookedAtWithoutEnd) {
  DiscoverOptions options;
  options.scope = kHere;
  options.max_items = 10;
  std::string text = "<urlset>";
  text += repeated("<url><loc>https://news.example/1</loc></url>", 60);
  text += repeated("<url><loc>https://other.example/1</loc></url>", 60);
  const Discovered found = test::discoverer().discover(test::page_of(text + "</urlset>"), options);
  EXPECT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.over_limit, 80U);
}

TEST(HostileDiscover, AGzippedSitemapIsUnpackedUpToTheLimit) {
  const Discovered found = test::discover_in(test::gzip(sitemap_of(3)), kHere);
  EXPECT_EQ(found.format, "sitemap");
  EXPECT_EQ(found.items.size(), 3U);
  EXPECT_FALSE(found.error);

  DiscoverOptions options;
  options.max_bytes = 1u << 20;
  const Discovered bomb = test::discoverer().discover(
      test::page_of(test::gzip_repeated("<urlset>", 4u << 20)), options);
  ASSERT_TRUE(bomb.error);
  EXPECT_EQ(bomb.error->kind, ErrorKind::kTooBig);
  EXPECT_TRUE(bomb.items.empty());
}

TEST(HostileDiscover, WhatCameOfATruncatedGzipIsRead) {
  const std::string packed = test::gzip(sitemap_of(2000));
  const Discovered found = test::discover_in(packed.substr(0, packed.size() / 2), kHere);
  ASSERT_TRUE(found.error);
  EXPECT_GT(found.items.size(), 100U);
  EXPECT_LT(found.items.size(), 2000U);
}

TEST(HostileDiscover, DeepNestingEndsTheReading) {
  const Discovered xml = test::discover_in("<rss>" + repeated("<item>", 100'000), kHere);
  ASSERT_TRUE(xml.error);
  EXPECT_EQ(xml.error->kind, ErrorKind::kTooDeep);
  const Discovered json = test::discover_in(
      R"({"version": "https://jsonfeed.org/version/1", "items": )" + repeated("[", 100'000), kHere);
  ASSERT_TRUE(json.error);
  EXPECT_EQ(json.error->kind, ErrorKind::kBroken);
  const Discovered html = test::discover_in("<html>" + repeated("<div>", 100'000), kHere);
  EXPECT_TRUE(html.items.empty());
}

TEST(HostileDiscover, AJsonFeedHasASmallerLimit) {
  const Discovered found = test::discover_in(
      R"({"version": "https://jsonfeed.org/version/1", "items": [)" + repeated("[],", 4u << 20),
      kHere);
  ASSERT_TRUE(found.error);
  EXPECT_EQ(found.error->kind, ErrorKind::kTooBig);
}

// 4 KiB before each of very many short references.
TEST(HostileDiscover, ALongBaseIsNotMultipliedWithoutEnd) {
  const std::string base = "https://news.example/" + repeated("a", 4000) + "/";
  std::string text = "<html><base href='" + base + "'>";
  for (int n = 0; n < 30'000; ++n) text += "<a href=" + std::to_string(n) + ">x</a>";
  const Discovered found = test::discover_in(text, kHere);
  std::size_t bytes = 0;
  for (const FoundUrl& item : found.items) bytes += item.url.size();
  EXPECT_LE(bytes, 5u << 20);
  EXPECT_GT(found.over_limit, 20'000U);
}

TEST(HostileDiscover, AttributesAndAmpersandsWithoutEndAreBounded) {
  std::string text = "<rss";
  for (int n = 0; n < 5'000; ++n) text += " a" + std::to_string(n) + "='x'";
  text += "><channel><item><link>https://news.example/1</link></item></channel></rss>";
  EXPECT_EQ(test::discover_in(text, kHere).items.size(), 1U);
  const std::string ands = repeated("&", 100'000);
  EXPECT_LE(discovery::tidy_xml(ands).size(), 3 * ands.size());
  EXPECT_EQ(discovery::tidy_xml(repeated("<!--", 100'000)), "");
  EXPECT_EQ(discovery::tidy_xml(repeated("<!DOCTYPE [\"", 100'000)), "");
}

TEST(HostileDiscover, EveryPrefixOfADocumentIsReadWithoutHarm) {
  const std::string text =
      "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>"
      "<channel><item><title><![CDATA[\xE4\xB8\xAD&amp;<b>]]>&#x4e2d;&bad;</title>"
      "<link>https://news.example/1</link></item></channel></rss>";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const Discovered found = test::discover_in(text.substr(0, size), kHere);
    EXPECT_LE(found.items.size(), 1U);
  }
  EXPECT_EQ(test::discover_in(text, kHere).items.size(), 1U);
}

TEST(HostileDiscover, TitlesAreShortAndEndAtACharacter) {
  const std::string text = "<rss><channel><item><link>https://news.example/1</link><title>x" +
                           repeated("\xE4\xB8\xAD", 20'000) + "</title></item></channel></rss>";
  const Discovered found = test::discover_in(text, kHere);
  ASSERT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.items[0].title, "x" + repeated("\xE4\xB8\xAD", 333));
}

TEST(Discover, TheDeclaredCharsetIsBelieved) {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"gb2312\"?><rss><channel><item>"
      "<title>\xD6\xD0\xCE\xC4</title><link>https://news.example/1</link></item></channel></rss>";
  const Discovered found = test::discover_in(text, kHere);
  ASSERT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.items[0].title, "中文");
}

TEST(Discover, APageThatCouldNotBeReadHandsItsErrorOn) {
  Page page;
  page.error = Error{ErrorKind::kBroken, "cut"};
  const Discovered found = test::discoverer().discover(page, {});
  ASSERT_TRUE(found.error);
  EXPECT_EQ(found.error->message, "cut");
}

}  // namespace
}  // namespace tamis
