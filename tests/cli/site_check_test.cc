// SPDX-License-Identifier: Apache-2.0
#include "cli/site_check.h"

#include "scratch.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace tamis::cli {
namespace {

SiteCheck examples_of(const std::string& toml) {
  const test::Scratch scratch;
  const SiteRules sites = SiteRules::load_file(scratch.write("x.toml", toml));
  return check_examples(sites, *sites.all().at(0), Rules::load(TAMIS_RULES_DIR), {});
}

// What the description shows as a rule is one, and its example holds.
TEST(SiteCheck, TheExampleOfTheReadmeIsMet) {
  std::ifstream in(TAMIS_RULES_DIR "/sites/README.md", std::ios::binary);
  const std::string readme{std::istreambuf_iterator<char>(in), {}};
  const std::size_t open = readme.find("```toml\n");
  ASSERT_NE(open, std::string::npos);
  const std::size_t begin = open + 8, end = readme.find("\n```", begin);
  const SiteCheck check = examples_of(readme.substr(begin, end - begin + 1));
  EXPECT_TRUE(check.ok) << check.text;
  EXPECT_NE(check.text.find("1 example, all met"), std::string::npos) << check.text;
}

TEST(SiteCheck, AnExampleOfAWildcardHostHasAHostBelowIt) {
  const SiteCheck check = examples_of(
      "version = 1\nhosts = '*.a.example'\nkeep = 'p'\n[[examples]]\n"
      "html = '<div>x</div><p>first part</p><p>second part</p>'\nkeeps = 'part  second'\n");
  EXPECT_TRUE(check.ok) << check.text;
}

TEST(SiteCheck, WithoutExamplesThereIsNoProof) {
  const SiteCheck check = examples_of("version = 1\nhosts = 'a.example'\n");
  EXPECT_TRUE(check.ok);
  EXPECT_NE(check.text.find("no example proves it"), std::string::npos);
}

}  // namespace
}  // namespace tamis::cli
