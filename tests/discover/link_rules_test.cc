// SPDX-License-Identifier: Apache-2.0
#include "discover/link_rules.h"

#include "scratch.h"
#include "tamis/result.h"
#include "tamis/rules.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace tamis::discovery {
namespace {

std::string fault_of(const std::string& rows) {
  const test::Scratch folder;
  for (const char* name : {"phrases.tsv", "class-tokens.tsv"})  // no Rules without these
    std::filesystem::copy(std::string(TAMIS_RULES_DIR) + "/" + name, folder.path(name));
  folder.write("links.tsv", "kind\tword\n" + rows);
  try {
    const LinkRules rules(Rules::load(folder.path()));
  } catch (const Failure& failure) {
    const std::string what = failure.what();
    return what.substr(what.find("links.tsv"));
  }
  return "no fault";
}

TEST(LinkRules, FaultsNameTheirLine) {
  EXPECT_EQ(fault_of("tracking\tutm_*\nsection\ttag\n"), "no fault");
  EXPECT_EQ(fault_of("tracking\ta\nwhere\tb\n"),
            "links.tsv:3: there is no kind 'where', only tracking, section, file and pager");
  EXPECT_EQ(fault_of("section\tTag\n"), "links.tsv:2: 'Tag' must be a word in lower case");
  EXPECT_EQ(fault_of("section\ttag\nsection\ttag\n"), "links.tsv:3: 'tag' stands here twice");
  EXPECT_EQ(fault_of("tracking\t*\n"), "links.tsv:2: '*' would take every parameter off");
}

TEST(LinkRules, AStarTakesAllThatBeginSo) {
  const LinkRules rules(Rules::load(TAMIS_RULES_DIR));
  EXPECT_TRUE(rules.is_tracking("utm_anything"));
  EXPECT_FALSE(rules.is_tracking("utm"));
  EXPECT_FALSE(rules.is_tracking("id"));
}

}  // namespace
}  // namespace tamis::discovery
