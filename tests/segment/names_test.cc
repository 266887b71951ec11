// SPDX-License-Identifier: Apache-2.0
#include "segment/names.h"

#include <gtest/gtest.h>

namespace tamis::segment_detail {
namespace {

std::string names_of(std::string_view value) {
  std::string out;
  append_names(value, out);
  return out;
}

TEST(Names, AreCutAtWordBorders) {
  EXPECT_EQ(names_of("article-body"), "article body | ");
  EXPECT_EQ(names_of("TRS_Editor newsList2"), "trs editor | news list | ");
  EXPECT_EQ(names_of("articleContent"), "article content | ");
  EXPECT_EQ(names_of("TRSEditor"), "trs editor | ");
  EXPECT_EQ(names_of("padding"), "padding | ");
  EXPECT_EQ(names_of("  \t "), "");
  EXPECT_EQ(names_of("12-34"), "");
}

TEST(Names, StopAtTheLimit) {
  std::string out;
  append_names(std::string(100000, 'a'), out, 50);
  EXPECT_LT(out.size(), 60U);
}

}  // namespace
}  // namespace tamis::segment_detail
