// SPDX-License-Identifier: Apache-2.0
#include "decode/evidence.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::decoding {
namespace {

using namespace std::string_literals;

TEST(Evidence, ByteOrderMarks) {
  EXPECT_EQ(byte_order_mark("\xEF\xBB\xBF"
                            "a")
                .charset,
            "utf-8");
  EXPECT_EQ(byte_order_mark("\xFF\xFE"
                            "a\0"s)
                .charset,
            "utf-16le");
  EXPECT_EQ(byte_order_mark("\xFE\xFF\0a"s).charset, "utf-16be");
  EXPECT_EQ(byte_order_mark("\xFF\xFE\0\0a\0\0\0"s).charset, "utf-32le");
  EXPECT_EQ(byte_order_mark("\0\0\xFE\xFF\0\0\0a"s).charset, "utf-32be");
  EXPECT_EQ(byte_order_mark("a").size, 0u);
}

TEST(Evidence, Utf16IsSeenByItsZeros) {
  EXPECT_EQ(utf16_by_zeros("<\0p\0>\0-N-N<\0/\0p\0>\0"s), "utf-16le");
  EXPECT_EQ(utf16_by_zeros("\0<\0p\0>N-N-\0<\0/\0p\0>"s), "utf-16be");
  EXPECT_EQ(utf16_by_zeros("<p>a\0\0b</p>"s), "");
}

TEST(Evidence, Utf8ShapeCountsSequences) {
  const Utf8Shape shape = utf8_shape("a中é\xFF文\xE4\xB8");
  EXPECT_EQ(shape.good, 3u);
  EXPECT_EQ(shape.good_long, 2u);
  EXPECT_EQ(shape.bad, 1u);  // the cut tail is none
}

TEST(Evidence, SampleKeepsTrailBytes) {
  EXPECT_EQ(non_ascii_sample("plain \xB1"
                             "ABC plain",
                             100),
            "\xB1"
            "AB");
}

}  // namespace
}  // namespace tamis::decoding
