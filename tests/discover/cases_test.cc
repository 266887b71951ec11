// SPDX-License-Identifier: Apache-2.0
// Documents (cases/NAME.in) and what is found in them (cases/NAME.out): the format, the counts that
// are not 0, the error, then a line an item: kind, URL, date, lastmod, title, parted by " | ".
#include "discover/from_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tamis {
namespace {

const std::filesystem::path kCases = std::string(TAMIS_TESTS_DIR) + "/discover/cases";

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(kCases))
    if (entry.path().extension() == ".in") out.push_back(entry.path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

class DiscoverCases : public testing::TestWithParam<std::string> {};

TEST_P(DiscoverCases, FindsWhatIsThere) {
  const Discovered found =
      test::discover_in(content(kCases / (GetParam() + ".in")), {{"news.example"}, {}, 1});
  EXPECT_EQ(test::as_text(found), content(kCases / (GetParam() + ".out")));
}

INSTANTIATE_TEST_SUITE_P(All, DiscoverCases, testing::ValuesIn(names()),
                         [](const auto& one) { return one.param; });

}  // namespace
}  // namespace tamis
