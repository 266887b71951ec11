// SPDX-License-Identifier: Apache-2.0
// The skim changes nothing that a later stage sees: on every development page (a sample of them
// under a sanitizer) the tree with it is the tree without it.
#include "decode/dev_pages.h"
#include "parse/flat.h"
#include "tamis/decode.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

namespace tamis {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kOneIn = 8;
#else
constexpr std::size_t kOneIn = 1;
#endif

// The first line that differs, empty when none does.
std::string difference(const Tree& skimmed, const Tree& full) {
  const std::vector<std::string> a = testing::flat(skimmed), b = testing::flat(full);
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (left == a.end() && right == b.end()) return {};
  return "line " + std::to_string(left - a.begin()) +
         "\n  skim: " + (left == a.end() ? "(end)" : *left) +
         "\n  full: " + (right == b.end() ? "(end)" : *right);
}

class Differential : public ::testing::TestWithParam<std::string> {};

TEST_P(Differential, TreesAreTheSameWithAndWithoutTheSkim) {
  if (!testing::has_dev_set(GetParam())) GTEST_SKIP() << "no ../shared/bench/data";
  std::size_t pages = 0;
  testing::for_each_page(GetParam(), [&](const Page& page) {
    if (std::hash<std::string>{}(page.id) % kOneIn != 0) return;
    const Text text = decode(page);
    ParseLimits limits;
    const Result<Tree> skimmed = parse(text.utf8, limits);
    limits.skim = false;
    const Result<Tree> full = parse(text.utf8, limits);
    ASSERT_TRUE(skimmed) << page.id << ": " << skimmed.error().message;
    ASSERT_TRUE(full) << page.id << ": " << full.error().message;
    EXPECT_EQ(difference(*skimmed, *full), "") << page.id;
    EXPECT_EQ(skimmed->json_ld, full->json_ld) << page.id;
    ++pages;
  });
  EXPECT_GT(pages, 0u);
}

INSTANTIATE_TEST_SUITE_P(Sets, Differential, ::testing::ValuesIn(testing::dev_sets()),
                         [](const auto& set) { return set.param; });

}  // namespace
}  // namespace tamis
