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

TEST(People, AtTheHeadOutrankThoseWhoPostedIt) {
  const std::string paragraph = kParagraph;
  EXPECT_EQ(of({{LabelName::kTitle, "标题"},
                {LabelName::kBody, "本报记者 王燕平 方云凤"},
                {LabelName::kBody, paragraph},
                {LabelName::kBody, paragraph},
                {LabelName::kMeta, "- 作者： 流泉 访问统计：12"}})
                .authors,
            (Strings{"王燕平", "方云凤"}));
}

TEST(People, WhoPostedItOutranksTheDateline) {
  const std::string paragraph = kParagraph;
  EXPECT_EQ(of({{LabelName::kBody, "本报讯（记者 樊亮 张明超）" + paragraph},
                {LabelName::kBody, paragraph},
                {LabelName::kMeta, "作者:zboygirl 阅读(1660) 发表于:2005-07-31 12:30"}})
                .authors,
            Strings{"zboygirl"});
}

TEST(People, MayStandInTheNextBlock) {
  EXPECT_EQ(of({{LabelName::kTitle, "Title"},
                {LabelName::kMeta, "By"},
                {LabelName::kMeta, "Jane Doe"},
                {LabelName::kBody, kParagraph}})
                .authors,
            Strings{"Jane Doe"});
  EXPECT_EQ(of({{LabelName::kTitle, "标题"},
                {LabelName::kNav, "作者："},
                {LabelName::kNav, "丁爽"},
                {LabelName::kBody, kParagraph}})
                .authors,
            Strings{"丁爽"});
}

TEST(People, MarkupMayBeTheWordForThem) {
  Sample sample{{LabelName::kTitle, "Title"},      {LabelName::kRecLink, "Jane Doe"},
                {LabelName::kRecLink, "View All"}, {LabelName::kBody, kParagraph},
                {LabelName::kBody, kParagraph},    {LabelName::kRecLink, "Tom Roe"}};
  EXPECT_TRUE(of(sample).authors.empty());
  sample.blocks.blocks[1].hrefs = {"https://a.example/profile/janedoe?x=1"};
  sample.blocks.blocks[5].names = "author";
  EXPECT_EQ(of(sample).authors, Strings{"Jane Doe"});
  sample.blocks.blocks[1].hrefs = {"https://a.example/2022/authors"};
  EXPECT_TRUE(of(sample).authors.empty());
  sample.blocks.blocks[1].names = "byline name";
  EXPECT_EQ(of(sample).authors, Strings{"Jane Doe"});
}

TEST(People, TheTitleMayAnnounceThem) {
  EXPECT_EQ(of({{LabelName::kHeading, "茉莉：我是怎样卷入的"},
                {LabelName::kBody, "茉莉"},
                {LabelName::kBody, kParagraph}})
                .authors,
            Strings{"茉莉"});
}

TEST(People, AnAuthoritySignsItsNotices) {
  EXPECT_EQ(of({{LabelName::kTitle, "关于禁止新增建设项目的通告"},
                {LabelName::kNav, "发文机关："},
                {LabelName::kNav, "榕城市人民政府"},
                {LabelName::kBody, kParagraph}})
                .authors,
            Strings{"榕城市人民政府"});
  Sample signed_one{{LabelName::kTitle, "通告"},
                    {LabelName::kBody, kParagraph},
                    {LabelName::kUi, "榕城市人民政府"},
                    {LabelName::kMeta, "2022年1月27日"}};
  signed_one.blocks.blocks[3].date_only = true;
  EXPECT_EQ(of(signed_one).authors, Strings{"榕城市人民政府"});
}

TEST(People, OfClaimsThatDifferThoseThePageShows) {
  Sample sample{{LabelName::kTitle, "Title"},
                {LabelName::kUi, "Jane Doe"},
                {LabelName::kBody, "The minister said on Monday that nothing had been decided."}};
  for (Block& block : sample.blocks.blocks) block.stats.cjk = 0;
  sample.claim(sample.head.authors, "Example Holding", "meta:author");
  EXPECT_EQ(of(sample).authors, Strings{"Example Holding"});
  sample.claim(sample.head.authors, "Jane Doe", "og");
  EXPECT_EQ(of(sample).authors, Strings{"Jane Doe"});
}

TEST(People, TheOutletIsNotPartOfTheName) {
  EXPECT_EQ(of({{LabelName::kMeta, "By Dave Epstein Globe Correspondent"},
                {LabelName::kBody, kParagraph}},
               {"BostonGlobe.com"})
                .authors,
            Strings{"Dave Epstein"});
}

}  // namespace
}  // namespace tamis::assembly
