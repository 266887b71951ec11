// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using namespace std::chrono_literals;

const Time kRfc = Time(784'111'777'000ms);  // 1994-11-06 08:49:37, the example of RFC 9110

TEST(HttpDate, ReadsTheThreeForms) {
  EXPECT_EQ(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), kRfc);
  EXPECT_EQ(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT"), kRfc);
  EXPECT_EQ(parse_http_date("Sun Nov  6 08:49:37 1994"), kRfc);
}

TEST(HttpDate, WritesWhatItReads) {
  EXPECT_EQ(http_date(kRfc), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(iso_time(kRfc), "1994-11-06T08:49:37Z");
}

TEST(HttpDate, RefusesWhatIsNone) {
  for (const char* text : {"", "0", "-1", "yesterday", "Sun, 31 Feb 1994 08:49:37 GMT",
                           "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994", "a b c d e f g h i",
                           "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 06 Nov 1694 08:49:37 GMT"}) {
    EXPECT_EQ(parse_http_date(text), std::nullopt) << text;
  }
}

TEST(RetryAfter, SecondsAndDatesWithinBounds) {
  EXPECT_EQ(parse_retry_after("120", kRfc), Span(120s));
  EXPECT_EQ(parse_retry_after(" 0 ", kRfc), Span(0));
  EXPECT_EQ(parse_retry_after("-5", kRfc), Span(0));
  EXPECT_EQ(parse_retry_after("99999999999999999999", kRfc), Span(48h));
  EXPECT_EQ(parse_retry_after("Sun, 06 Nov 1994 08:50:37 GMT", kRfc), Span(60s));
  EXPECT_EQ(parse_retry_after("Sun, 06 Nov 1993 08:50:37 GMT", kRfc), Span(0));
  EXPECT_EQ(parse_retry_after("Sun, 06 Nov 2094 08:50:37 GMT", kRfc), Span(48h));
  EXPECT_EQ(parse_retry_after("soon", kRfc), std::nullopt);
  EXPECT_EQ(parse_retry_after("", kRfc), std::nullopt);
  EXPECT_EQ(parse_retry_after("-", kRfc), std::nullopt);
}

}  // namespace
}  // namespace tamis
