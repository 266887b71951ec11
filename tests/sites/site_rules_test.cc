// SPDX-License-Identifier: Apache-2.0
#include "scratch.h"
#include "tamis/result.h"
#include "tamis/sites.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using test::Scratch;

std::string file_for(const std::string& hosts) {
  return "version = 1\nhosts = [" + hosts + "]\ndrop = '.x'\n";
}

std::string found(const SiteRules& rules, std::string_view host) {
  const SiteRule* rule = rules.find(host);
  return rule == nullptr ? "" : rule->file;
}

std::string fault_of(const std::vector<SiteFolder>& folders) {
  try {
    SiteRules::load(folders);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return {};
}

TEST(SiteRules, TheHostItselfThenTheLongestWildcard) {
  const Scratch scratch;
  scratch.write("a.toml", file_for("'*.example'"));
  scratch.write("b.toml", file_for("'*.news.example'"));
  scratch.write("c.toml", file_for("'sport.news.example'"));
  scratch.write("d.txt", "no rule");
  scratch.write(".e.toml", "an editor's");
  const SiteRules rules = SiteRules::load({{scratch.path(), "sites", false}});
  EXPECT_EQ(rules.all().size(), 3U);
  EXPECT_EQ(found(rules, "sport.news.example"), "sites/c.toml");
  EXPECT_EQ(found(rules, "a.sport.news.example"), "sites/b.toml");
  EXPECT_EQ(found(rules, "www.news.example"), "sites/b.toml");
  EXPECT_EQ(found(rules, "news.example"), "sites/a.toml");
  EXPECT_EQ(found(rules, "news.example."), "sites/a.toml");
  EXPECT_EQ(found(rules, "example"), "");
  EXPECT_EQ(found(rules, "oldnews.exampl"), "");
  EXPECT_EQ(found(rules, ""), "");
  EXPECT_EQ(found(rules, std::string(100'000, '.') + "example"), "");
}

TEST(SiteRules, NoFolderNoRules) {
  const Scratch scratch;
  EXPECT_TRUE(SiteRules().empty());
  EXPECT_EQ(SiteRules().find("a.example"), nullptr);
  EXPECT_EQ(SiteRules().digest(), "");
  const SiteRules none = SiteRules::load({{scratch.path("gone"), "sites", true}});
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.digest(), "");
  EXPECT_NE(fault_of({{scratch.path("gone"), "sites", false}}).find("cannot read the site rules"),
            std::string::npos);
}

TEST(SiteRules, TwoFilesOfAFolderForOneHostAreAFault) {
  const Scratch scratch;
  scratch.write("a.toml", file_for("'a.example', 'b.example'"));
  scratch.write("b.toml", file_for("'c.example',\n 'B.example'"));
  EXPECT_EQ(fault_of({{scratch.path(), "sites", false}}),
            scratch.path("b.toml") + ":3: b.example has a rule already: " + scratch.path("a.toml") +
                ":2");
}

TEST(SiteRules, ALaterFolderWins) {
  const Scratch scratch;
  scratch.write("ours/a.toml", file_for("'a.example', '*.a.example'"));
  scratch.write("yours/a.toml", file_for("'a.example'"));
  const SiteRules rules = SiteRules::load(
      {{scratch.path("ours"), "rules/sites", true}, {scratch.path("yours"), "yours", false}});
  EXPECT_EQ(found(rules, "a.example"), "yours/a.toml");
  EXPECT_EQ(found(rules, "b.a.example"), "rules/sites/a.toml");
}

TEST(SiteRules, TheDigestTellsContents) {
  const Scratch scratch;
  const SiteFolder folder{scratch.path(), "sites", false};
  scratch.write("a.toml", file_for("'a.example'"));
  const std::string one = SiteRules::load({folder}).digest();
  EXPECT_EQ(one.size(), 16U);
  EXPECT_EQ(SiteRules::load({folder}).digest(), one);
  scratch.write("a.toml", file_for("'a.example'") + "# changed\n");
  EXPECT_NE(SiteRules::load({folder}).digest(), one);
}

TEST(SiteRules, AFileAlone) {
  const Scratch scratch;
  const std::string path = scratch.write("a.toml", file_for("'a.example', '*.b.example'"));
  const SiteRules rules = SiteRules::load_file(path);
  EXPECT_EQ(found(rules, "a.example"), path);
  const SiteRule& rule = *rules.all().at(0);
  EXPECT_TRUE(rule.covers("a.example"));
  EXPECT_TRUE(rule.covers("x.b.example"));
  EXPECT_FALSE(rule.covers("b.example"));
  EXPECT_FALSE(rule.covers("x.a.example"));
  EXPECT_THROW(SiteRules::load_file(scratch.path("gone.toml")), Failure);
}

}  // namespace
}  // namespace tamis
