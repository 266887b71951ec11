// SPDX-License-Identifier: Apache-2.0
// raw_text_cases.tsv: pages that are nasty to a skim, and their trees; with and without it.
#include "parse/dump.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace tamis {
namespace {

std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (text[i] != '\\' || (next != 'n' && next != 't' && next != '0')) {
      out += text[i];
      continue;
    }
    out += next == 'n' ? '\n' : next == 't' ? '\t' : '\0';
    ++i;
  }
  return out;
}

TEST(RawText, TreesAreTheBrowsersWithAndWithoutTheSkim) {
  std::ifstream file(TAMIS_TESTS_DIR "/parse/raw_text_cases.tsv");
  ASSERT_TRUE(file);
  int cases = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t html = line.find('\t') + 1;
    const std::size_t tree = line.find('\t', html) + 1;
    ASSERT_GT(tree, html) << line;
    const std::string input = unescape(line.substr(html, tree - 1 - html));
    const std::string expected = unescape(line.substr(tree));
    for (const bool skim : {true, false}) {
      ParseLimits limits;
      limits.skim = skim;
      const Result<Tree> got = parse(input, limits);
      ASSERT_TRUE(got) << line;
      EXPECT_EQ(testing::dump(*got), expected) << line.substr(0, html) << (skim ? "skim" : "full");
    }
    ++cases;
  }
  EXPECT_GE(cases, 60);
}

}  // namespace
}  // namespace tamis
