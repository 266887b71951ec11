// SPDX-License-Identifier: Apache-2.0
#include "repair/byte_reading.h"

#include <gtest/gtest.h>

namespace tamis::repairing {
namespace {

TEST(ReadUtf8, CountsWholeCharacters) {
  const Reading reading = read_utf8({'a', 0xC3, 0xA9, 0xE4, 0xB8, 0xAD});
  EXPECT_EQ(reading.text, "aé中");
  EXPECT_EQ(reading.good, 2u);
  EXPECT_EQ(reading.wide, 1u);
  EXPECT_EQ(reading.lost + reading.bad, 0u);
}

TEST(ReadUtf8, MarksAStretchWithHolesOnce) {
  const Reading reading = read_utf8({0xE4, 0xB8, kHole, kHole, 0xAD, 0xE5, 0x9B, 0xBD});
  EXPECT_EQ(reading.text, "\uFFFD国");
  EXPECT_EQ(reading.lost, 1u);
  EXPECT_EQ(reading.bad, 0u);
}

TEST(ReadUtf8, KnowsACharacterCutByTheEnd) {
  const Reading reading = read_utf8({0xE4, 0xB8, 0xAD, 0xE5, 0x9B});
  EXPECT_EQ(reading.text, "中\uFFFD");
  EXPECT_TRUE(reading.cut);
  EXPECT_EQ(reading.bad, 0u);
}

TEST(ReadUtf8, RefusesWhatIsNoUtf8) {
  EXPECT_EQ(read_utf8({0xD6, 0xD0}).bad, 1u);
  EXPECT_EQ(read_utf8({0xED, 0xA0, 0x80}).bad, 1u);  // a surrogate
  EXPECT_EQ(read_utf8({0xE0, 0x80, 0x80}).bad, 1u);  // overlong
}

TEST(ReadGbk, ReadsPairsAndAscii) {
  const Reading reading = read_gbk({'a', 0xD6, 0xD0, 0xE1, 0x74, '.'});
  EXPECT_EQ(reading.text, "a中醫.");
  EXPECT_EQ(reading.good, 2u);
}

TEST(ReadGbk, RefusesOddBytesAndPrivateUse) {
  EXPECT_EQ(read_gbk({0xE9, ' ', 'a'}).bad, 1u);
  EXPECT_EQ(read_gbk({0xD6}).bad, 1u);
  EXPECT_EQ(read_gbk({0xAA, 0xA1}).bad, 1u);
}

}  // namespace
}  // namespace tamis::repairing
