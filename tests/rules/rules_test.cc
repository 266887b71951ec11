// SPDX-License-Identifier: Apache-2.0
#include "tamis/rules.h"

#include "tamis/result.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tamis {
namespace {

class RulesFolder {
 public:
  RulesFolder() {
    dir_ = std::filesystem::path(testing::TempDir()) /
           ("tamis-rules-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    std::filesystem::create_directories(dir_);
    write("phrases.tsv", "label\tmatch\tphrase\tstrength\nui\texact\t打印\tstrong\n");
    write("class-tokens.tsv", "token\tlabel\tstrength\nshare\tshare\tstrong\n");
  }
  ~RulesFolder() { std::filesystem::remove_all(dir_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(dir_ / name, std::ios::binary) << text;
  }
  std::string path() const { return dir_.string(); }

 private:
  std::filesystem::path dir_;
};

TEST(Rules, TheShippedRulesLoad) {
  const Rules rules = Rules::load(TAMIS_RULES_DIR);
  EXPECT_EQ(rules.digest().size(), 16U);
  const auto hits = rules.match_phrases("责任编辑：张三");
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits[0].label, LabelName::kEditorNote);
  ASSERT_TRUE(rules.hint("share").has_value());
  EXPECT_EQ(rules.hint("share")->label, LabelName::kShare);
  EXPECT_TRUE(rules.hint("articlebody")->keeps);
  EXPECT_FALSE(rules.hint("padding").has_value());
}

TEST(Rules, TheTablesLoadWithoutTheModels) {
  const Rules rules = Rules::load_tables(TAMIS_RULES_DIR);
  EXPECT_FALSE(rules.table("links").rows.empty());
  EXPECT_FALSE(rules.match_phrases("责任编辑：张三").empty());
  EXPECT_TRUE(rules.hint("share").has_value());
  EXPECT_EQ(rules.forest("block"), nullptr);
  EXPECT_NE(rules.digest(), Rules::load(TAMIS_RULES_DIR).digest());
}

TEST(Rules, TheDigestFollowsTheBytes) {
  const RulesFolder folder;
  const std::string before = Rules::load(folder.path()).digest();
  EXPECT_EQ(Rules::load(folder.path()).digest(), before);
  folder.write("phrases.tsv", "label\tmatch\tphrase\tstrength\nui\texact\t关闭\tstrong\n");
  EXPECT_NE(Rules::load(folder.path()).digest(), before);
}

TEST(Rules, AMissingFolderSaysHowToGiveOne) {
  try {
    Rules::load("/no/such/folder");
    FAIL() << "loaded rules from nowhere";
  } catch (const Failure& failure) {
    EXPECT_NE(std::string(failure.what()).find("/no/such/folder"), std::string::npos);
    EXPECT_NE(failure.remedy().find("--rules"), std::string::npos);
  }
}

TEST(Rules, ATokenGivenTwiceIsRefusedWithItsLine) {
  const RulesFolder folder;
  folder.write("class-tokens.tsv",
               "token\tlabel\tstrength\nnav\tnav\tstrong\n# again\nnav\tui\tweak\n");
  try {
    Rules::load(folder.path());
    FAIL() << "accepted a token twice";
  } catch (const Failure& failure) {
    EXPECT_STREQ(failure.what(), "class-tokens.tsv:4: the token 'nav' stands here twice");
  }
}

TEST(Rules, ATableThatIsNotThereIsAFailure) {
  const RulesFolder folder;
  const Rules rules = Rules::load(folder.path());
  EXPECT_EQ(rules.table("phrases").rows.size(), 1U);
  EXPECT_THROW(rules.table("bylines"), Failure);
}

TEST(LabelName, NamesGoBothWays) {
  for (int i = 0; i < kLabelCount; ++i) {
    const auto label = static_cast<LabelName>(i);
    EXPECT_EQ(label_from_name(label_name(label)), label);
  }
  EXPECT_FALSE(label_from_name("headline").has_value());
}

}  // namespace
}  // namespace tamis
