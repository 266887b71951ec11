// SPDX-License-Identifier: Apache-2.0
#include "evidence/tokens.h"

#include "evidence/evidence_page.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

namespace tamis::evidence_detail {
namespace {

TEST(Tokens, PiecesOfOneNameAreReadTogetherFirst) {
  const Hints hints = hints_of("article body | ", evidence_test::rules());
  ASSERT_TRUE(hints.keep.has_value());
  EXPECT_EQ(hints.keep->strength, Strength::kStrong);
  EXPECT_FALSE(hints.drop.has_value());
}

TEST(Tokens, PiecesOfTwoNamesAreNot) {
  const Hints hints = hints_of("article | body | ", evidence_test::rules());
  ASSERT_TRUE(hints.keep.has_value());
  EXPECT_EQ(hints.keep->strength, Strength::kMedium);
}

TEST(Tokens, TheStrongestHintWins) {
  const Hints hints = hints_of("next | breadcrumb | ", evidence_test::rules());
  ASSERT_TRUE(hints.drop.has_value());
  EXPECT_EQ(hints.drop->label, LabelName::kNav);
}

TEST(Tokens, UnknownAndEmptyNamesSayNothing) {
  EXPECT_FALSE(hints_of("", evidence_test::rules()).drop.has_value());
  EXPECT_FALSE(hints_of("xq | zz | ", evidence_test::rules()).drop.has_value());
}

}  // namespace
}  // namespace tamis::evidence_detail
