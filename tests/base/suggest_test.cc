// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.h"

#include <gtest/gtest.h>

namespace tamis::base {
namespace {

TEST(EditDistance, CountsInsertionsDeletionsChangesAndSwaps) {
  const struct {
    const char *a, *b;
    std::size_t distance;
  } cases[] = {{"", "", 0},           {"", "abc", 3},           {"abc", "", 3},
               {"abc", "abc", 0},     {"abc", "abd", 1},        {"abc", "bc", 1},
               {"abc", "abcd", 1},    {"abc", "acb", 1},        {"ab", "ba", 1},
               {"claen", "clean", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}};
  for (const auto& one : cases) {
    EXPECT_EQ(edit_distance(one.a, one.b), one.distance) << one.a << " " << one.b;
    EXPECT_EQ(edit_distance(one.b, one.a), one.distance) << one.b << " " << one.a;
  }
}

TEST(Nearest, IsTheLeastWrongOfThoseThatAreNear) {
  const std::vector<std::string> known = {"clean", "dups", "explain", "--format", "--min-length"};
  const struct {
    const char *word, *nearest;
  } cases[] = {{"claen", "clean"},
               {"dup", "dups"},
               {"explian", "explain"},
               {"expl", "explain"},
               {"--fromat", "--format"},
               {"--min-lenght", "--min-length"},
               {"frobnicate", ""},
               {"x", ""},
               {"", ""},
               {"--verbose", ""}};
  for (const auto& one : cases) EXPECT_EQ(nearest(one.word, known), one.nearest) << one.word;
}

}  // namespace
}  // namespace tamis::base
