// SPDX-License-Identifier: Apache-2.0
#include "seedlist/span.h"

#include <gtest/gtest.h>

namespace tamis::seeding {
namespace {

TEST(SpanOf, ReadsANumberAndItsUnit) {
  EXPECT_EQ(span_of("90s"), Span(90'000));
  EXPECT_EQ(span_of("10m"), Span(600'000));
  EXPECT_EQ(span_of("1.5h"), Span(5'400'000));
  EXPECT_EQ(span_of("7d"), Span(604'800'000));
  EXPECT_EQ(span_of("0s"), Span(0));
}

TEST(SpanOf, TakesNothingElse) {
  for (const char* text : {"", "m", "10", "10 m", "-1m", "+1m", "1e9d", "10M", "10mm", "nan s",
                           "infd", "0x10s", "99999d", "1.2.3s", "111111111111111111111111s", " 1m"})
    EXPECT_FALSE(span_of(text)) << text;
}

}  // namespace
}  // namespace tamis::seeding
