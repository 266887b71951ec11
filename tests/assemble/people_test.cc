// SPDX-License-Identifier: Apache-2.0
#include "assemble/people.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

People of(const Sample& sample, const Strings& outlets = {}) {
  return people(sample.view(), outlets);
}

TEST(People, StandInTheSmallPrint) {
  const People found = of({{LabelName::kTitle, "标题"},
                           {LabelName::kMeta, "新京报 记者 丁爽 编辑 陈莉"},
                           {LabelName::kBody, kParagraph}});
  EXPECT_EQ(found.authors, Strings{"丁爽"});
  EXPECT_EQ(found.editors, Strings{"陈莉"});
}

TEST(People, StandInDatelines) {
  const std::string rest = kParagraph;
  for (const char* opening :
       {"本报讯(记者 米哲 周志强)5月7日下午,", "本报讯（记者米哲、周志强）",
        "新华社北京1月1日电(记者 米哲 周志强)", "科技日报北京6月9日电 (记者米哲 周志强)"}) {
    const People found = of({{LabelName::kTitle, "标题"}, {LabelName::kBody, opening + rest}});
    EXPECT_EQ(found.authors, (Strings{"米哲", "周志强"})) << opening;
  }
}

TEST(People, SignTheLastParagraph) {
  const std::string paragraph = kParagraph;
  for (const char* end : {"(光明日报全媒体记者 任鹏)", "（任鹏）", "（任鹏 上海报道）"}) {
    const People found = of({{LabelName::kBody, paragraph}, {LabelName::kBody, paragraph + end}});
    EXPECT_EQ(found.authors, Strings{"任鹏"}) << end;
  }
  EXPECT_TRUE(of({{LabelName::kBody, paragraph + "（完）"}}).authors.empty());
  EXPECT_TRUE(of({{LabelName::kBody, paragraph + "（上接第一版）"}}).authors.empty());
}

TEST(People, MaySignInALineThatWasTakenForFurniture) {
  EXPECT_EQ(of({{LabelName::kBody, kParagraph}, {LabelName::kUi, "记者 刘涛"}}).authors,
            Strings{"刘涛"});
}

TEST(People, AreNotThoseOfTheProse) {
  const std::string paragraph = kParagraph;
  EXPECT_TRUE(of({{LabelName::kBody, paragraph},
                  {LabelName::kBody, "记者 从会上 获悉，" + paragraph},
                  {LabelName::kBody, paragraph},
                  {LabelName::kBody, paragraph}})
                  .authors.empty());
}

TEST(People, DigestsHaveTheirOwn) {
  EXPECT_TRUE(of({{LabelName::kBody, kParagraph},
                  {LabelName::kDigestText, "本报讯 (记者 周思明)万泰沧海研发的疫苗..."}})
                  .authors.empty());
}

TEST(People, AreNeitherSitesNorSystems) {
  Sample sample{{LabelName::kBody, kParagraph}};
  sample.claim(sample.head.authors, "admin");
  sample.claim(sample.head.authors, "大汉网络");
  sample.claim(sample.head.authors, "厦门厂房网");
  EXPECT_TRUE(of(sample, {"厦门厂房网"}).authors.empty());
}

TEST(People, OfWesternPagesComeFromTheMarkup) {
  Sample sample{{LabelName::kMeta, "By Jane Doe, Staff Writer"},
                {LabelName::kBody, "The minister said on Monday that nothing had been decided."}};
  sample.blocks.blocks[1].stats.cjk = 0;
  EXPECT_EQ(of(sample).authors[0], "Jane Doe");
  sample.claim(sample.head.authors, "Jane Doe", "json-ld");
  sample.claim(sample.head.authors, "Tom Roe", "json-ld");
  EXPECT_EQ(of(sample).authors, (Strings{"Jane Doe", "Tom Roe"}));
}

TEST(People, AreNeitherDatesNorAddresses) {
  Sample sample{{LabelName::kMeta, "By Josh Norem December 22, 2023"},
                {LabelName::kBody, "The minister said on Monday that nothing had been decided."}};
  sample.blocks.blocks[1].stats.cjk = 0;
  sample.claim(sample.head.authors, "https://a.example/author/jnorem", "og");
  EXPECT_EQ(of(sample).authors, Strings{"Josh Norem"});
}

TEST(People, WritePostsUnderOneWordNames) {
  EXPECT_EQ(
      of({{LabelName::kMeta, "ggjjzhzz 发表于 2005-9-15 11:46:00"}, {LabelName::kBody, kParagraph}})
          .authors,
      Strings{"ggjjzhzz"});
}

}  // namespace
}  // namespace tamis::assembly
