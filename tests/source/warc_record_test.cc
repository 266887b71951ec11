// SPDX-License-Identifier: Apache-2.0
#include "source/warc_record.h"

#include "source/archive.h"

#include <gtest/gtest.h>

namespace tamis::source {
namespace {

TEST(WarcRecord, ReadsTheFieldsThatMatter) {
  const std::string text =
      "WARC/1.1\r\nwarc-type: Response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
      "WARC-Target-URI: <http://a/b>\r\nContent-Type: application/http; msgtype=response\r\n"
      "WARC-Identified-Payload-Type: text/HTML\r\nWARC-Truncated: length\r\n"
      "Content-Length: 12\r\n\r\nblock";
  EXPECT_EQ(warc_header_size(text), text.size() - 5);
  const auto record = parse_warc_header(text);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->type, "response");
  EXPECT_EQ(record->id, "urn:uuid:1");
  EXPECT_EQ(record->url, "http://a/b");
  EXPECT_EQ(record->content_type, "application/http");
  EXPECT_EQ(record->payload_type, "text/html");
  EXPECT_EQ(record->length, 12u);
  EXPECT_TRUE(record->truncated);
}

TEST(WarcRecord, LineEndsMayBeBare) {
  const std::string text = "WARC/1.0\nContent-Length: 3\n\nabc";
  EXPECT_EQ(warc_header_size(text), text.size() - 3);
  EXPECT_EQ(parse_warc_header(text)->length, 3u);
}

TEST(WarcRecord, WithoutALengthItIsBroken) {
  for (const char* length :
       {"", "Content-Length:\r\n", "Content-Length: x\r\n", "Content-Length: -1\r\n",
        "Content-Length: 12 3\r\n", "Content-Length: 99999999999999999999999\r\n"}) {
    const auto record = parse_warc_header("WARC/1.0\r\n" + std::string(length) + "\r\n");
    ASSERT_FALSE(record) << length;
    EXPECT_EQ(record.error().kind, ErrorKind::kBroken);
  }
  EXPECT_FALSE(parse_warc_header("WARC/1.0\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n"));
}

TEST(WarcRecord, WhatIsNoHeaderIsSeenAtOnce) {
  EXPECT_EQ(warc_header_size("WARC/1.0\r\nContent-Length: 3\r\n"), 0u);
  EXPECT_EQ(warc_header_size("WARC/1.0"), 0u);
  EXPECT_EQ(warc_header_size(""), 0u);
  EXPECT_EQ(warc_header_size("WARC/1.0\na: b\n folded, no colon\n\n"), 33u);
  for (const char* text : {"HTTP/1.1 200\r\nA: 1\r\n", "WARC/1.0\nwords\n", "\nWARC/1.0\n",
                           "WARC/1.0\nA: b\nWARC/1.0\n"}) {
    EXPECT_EQ(warc_header_size(text), std::nullopt) << text;
  }
}

TEST(WarcRecord, PageTypes) {
  for (const char* type : {"", "unknown", "text/html", "text/plain", "application/xhtml+xml"}) {
    EXPECT_TRUE(is_page_type(type)) << type;
  }
  for (const char* type : {"image/png", "text/css", "text/javascript", "application/json",
                           "application/pdf", "application/rss+xml", "text/xml", "video/mp4"}) {
    EXPECT_FALSE(is_page_type(type)) << type;
  }
}

}  // namespace
}  // namespace tamis::source
