// SPDX-License-Identifier: Apache-2.0
#include "repair/byte_table.h"

#include <gtest/gtest.h>

namespace tamis::repairing {
namespace {

TEST(ByteTable, KnowsGbkBothWays) {
  EXPECT_EQ(gbk().bytes_of(U'中'), 0xD6D0);
  EXPECT_EQ(gbk().character_of(0xD6, 0xD0), U'中');
  EXPECT_EQ(gbk().bytes_of(U'節'), 0xB99D);  // the trail byte is no lead byte of GB2312
  EXPECT_EQ(gbk().bytes_of(U'醫'), 0xE174);  // a trail byte in ASCII
  EXPECT_EQ(gbk().bytes_of(U'，'), 0xA3AC);
  EXPECT_EQ(gbk().bytes_of(U'€'), 0x80);
  EXPECT_EQ(gbk().bytes_of(U'한'), 0);
}

// The three ranges of code page 936 that are for the user: Encoding Standard, index gb18030.
TEST(ByteTable, KnowsThePrivateUseOfCodePage936) {
  EXPECT_EQ(gbk().character_of(0xAA, 0xA1), 0xE000u);
  EXPECT_EQ(gbk().character_of(0xAF, 0xFE), 0xE233u);
  EXPECT_EQ(gbk().character_of(0xF8, 0xA1), 0xE234u);
  EXPECT_EQ(gbk().character_of(0xFE, 0xFE), 0xE4C5u);
  EXPECT_EQ(gbk().character_of(0xA1, 0x40), 0xE4C6u);
  EXPECT_EQ(gbk().character_of(0xA7, 0xA0), 0xE765u);
  EXPECT_EQ(gbk().bytes_of(0xE41E), 0xFDB5);
}

TEST(ByteTable, RefusesWhatIsNoPair) {
  EXPECT_EQ(gbk().character_of(0x80, 0x80), 0u);
  EXPECT_EQ(gbk().character_of(0xFF, 0x80), 0u);
  EXPECT_EQ(gbk().character_of(0x9D, 0x28), 0u);
  EXPECT_EQ(gbk().character_of(0x9D, 0x128), 0u);
}

TEST(ByteTable, KnowsBig5AndLatin) {
  EXPECT_EQ(big5().bytes_of(U'中'), 0xA4A4);
  EXPECT_EQ(big5().character_of(0xA4, 0xA4), U'中');
  EXPECT_EQ(latin_byte(U'é'), 0xE9);
  EXPECT_EQ(latin_byte(U'€'), 0x80);
  EXPECT_EQ(latin_byte(U'”'), 0x94);
  EXPECT_EQ(latin_byte(0x81), 0x81);
  EXPECT_EQ(latin_byte(U'中'), -1);
}

}  // namespace
}  // namespace tamis::repairing
