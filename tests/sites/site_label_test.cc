// SPDX-License-Identifier: Apache-2.0
#include "tamis/sites.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

// Block 0 with a verdict and a label; block 1 is the title that the rule names, if it names one.
std::string labelled(SiteCall call, LabelName now, bool title = false, std::uint32_t context = 0) {
  Blocks blocks;
  blocks.blocks.resize(2);
  blocks.blocks[0].context = context;
  SiteReading reading;
  reading.file = "sites/x.toml";
  reading.verdicts = {{call, 7}, {}};
  if (title) {
    reading.title_block = 1;
    reading.verdicts[1] = {SiteCall::kTitle, 3};
  }
  const auto label = site_label(reading, blocks, 0, now);
  return label ? std::string(label_name(label->name)) + ":" + std::to_string(label->line) : "-";
}

TEST(SiteLabel, AKeptRegionIsTextButForWhatElseTheArticleHas) {
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kNav), "body:7");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kRecLink, false, kInHeading), "heading:7");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kBody, false, kInHeading), "body:7");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kCaption), "-");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kMeta), "-");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kTitle), "-");
}

TEST(SiteLabel, WhatIsKeptByItselfIsText) {
  EXPECT_EQ(labelled(SiteCall::kText, LabelName::kMeta), "body:7");
  EXPECT_EQ(labelled(SiteCall::kText, LabelName::kTags), "body:7");
  EXPECT_EQ(labelled(SiteCall::kText, LabelName::kTitle), "-");
}

TEST(SiteLabel, WhatIsLeftOutKeepsTheNameThatSaysWhatItIs) {
  EXPECT_EQ(labelled(SiteCall::kDrop, LabelName::kBody), "template:7");
  EXPECT_EQ(labelled(SiteCall::kDrop, LabelName::kMeta), "template:7");
  EXPECT_EQ(labelled(SiteCall::kDrop, LabelName::kShare), "share:7");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kBody), "template:7");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kCaption), "template:7");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kMeta), "-");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kTitle), "-");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kShare), "-");
}

TEST(SiteLabel, ThereIsOneTitle) {
  EXPECT_EQ(labelled(SiteCall::kTitle, LabelName::kBody), "title:7");
  EXPECT_EQ(labelled(SiteCall::kMeta, LabelName::kBody), "meta:7");
  EXPECT_EQ(labelled(SiteCall::kSilent, LabelName::kTitle), "-");
  EXPECT_EQ(labelled(SiteCall::kSilent, LabelName::kTitle, true), "template:3");
  EXPECT_EQ(labelled(SiteCall::kOutside, LabelName::kTitle, true), "template:3");
  EXPECT_EQ(labelled(SiteCall::kKeep, LabelName::kTitle, true, kInHeading), "heading:7");
}

TEST(SiteLabel, NoRuleNoWord) {
  Blocks blocks;
  blocks.blocks.resize(1);
  EXPECT_FALSE(site_label({}, blocks, 0, LabelName::kBody));
}

TEST(ClaimSite, ItsClaimsComeFirst) {
  Head head;
  head.titles = {{"old", "title"}};
  SiteReading reading;
  reading.title = Claim{"new", "sites/x.toml:1", true};
  reading.authors = {{"a", "sites/x.toml:2", true}, {"b", "sites/x.toml:2", true}};
  claim_site(reading, head);
  ASSERT_EQ(head.titles.size(), 2U);
  EXPECT_EQ(head.titles[0].value, "new");
  EXPECT_TRUE(head.dates.empty());
  ASSERT_EQ(head.authors.size(), 2U);
  EXPECT_EQ(head.authors[1].value, "b");
}

}  // namespace
}  // namespace tamis
