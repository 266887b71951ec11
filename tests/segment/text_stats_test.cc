// SPDX-License-Identifier: Apache-2.0
#include "segment/text_stats.h"

#include <gtest/gtest.h>

namespace tamis::segment_detail {
namespace {

TextStats stats_of(std::string_view text, bool linked = false) {
  TextStats stats;
  bool in_word = false;
  count_text(text, linked, in_word, stats);
  return stats;
}

TEST(TextStats, AWordIsOneUnitAndAHanCharacterPointFiveFive) {
  EXPECT_FLOAT_EQ(stats_of("three short words").units, 3);
  EXPECT_FLOAT_EQ(stats_of("don't re-read").units, 2);
  EXPECT_FLOAT_EQ(stats_of("生物医药").units, 2.2F);
  EXPECT_FLOAT_EQ(stats_of("CAR-T疗法").units, 1 + 1.1F);
  EXPECT_FLOAT_EQ(stats_of("").units, 0);
}

TEST(TextStats, PunctuationDigitsAndSpaceAreCountedApart) {
  const TextStats s = stats_of("2023年，增长 12%。");
  EXPECT_EQ(s.digits, 6U);
  EXPECT_EQ(s.cjk, 3U);
  EXPECT_EQ(s.punctuation, 3U);
  EXPECT_EQ(s.characters, 12U);
}

TEST(TextStats, AWordMayGoOnInTheNextRun) {
  TextStats stats;
  bool in_word = false;
  count_text("foot", false, in_word, stats);
  count_text("ball", true, in_word, stats);
  EXPECT_FLOAT_EQ(stats.units, 1);
  EXPECT_FLOAT_EQ(stats.link_units, 0);
}

TEST(TextStats, LinkedTextMakesTheLinkDensity) {
  TextStats stats = stats_of("two words");
  stats.add(stats_of("two more", true));
  EXPECT_FLOAT_EQ(stats.link_density(), 0.5F);
  EXPECT_FLOAT_EQ(TextStats{}.link_density(), 0);
}

TEST(TextStats, DamagedUtf8IsCountedWithoutReadingPastTheEnd) {
  EXPECT_EQ(stats_of("\xE4\xB8").characters, 2U);
  EXPECT_EQ(stats_of("\xFF\xFE").characters, 2U);
}

}  // namespace
}  // namespace tamis::segment_detail
