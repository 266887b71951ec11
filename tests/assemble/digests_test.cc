// SPDX-License-Identifier: Apache-2.0
#include "assemble/digests.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

constexpr LabelName kT = LabelName::kDigestTitle, kX = LabelName::kDigestText,
                    kM = LabelName::kDigestMeta, kS = LabelName::kSpam,
                    kL = LabelName::kSectionLabel;

std::vector<Digest> of(const Sample& sample, std::string_view title = "") {
  return digests(sample.view(), title);
}

TEST(Digests, ATitleThatStandsTwiceIsOne) {
  const std::vector<Digest> found = of({{LabelName::kBody, kParagraph},
                                        {kL, "相关新闻"},
                                        {kT, "国产疗法挑战实体瘤新突破"},
                                        {kT, "国产疗法挑战实体瘤新突破"},
                                        {kX, "国产疗法向实体瘤发起新挑战…"},
                                        {kM, "行业动态 2025-11-24"},
                                        {kT, "全球首个研究中心启用"},
                                        {kX, "中心正式启用…"},
                                        {kM, "2025-11-23"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "国产疗法挑战实体瘤新突破");
  EXPECT_EQ(found[0].teaser, "国产疗法向实体瘤发起新挑战…");
  EXPECT_EQ(found[0].date, "2025-11-24");
  EXPECT_EQ(found[0].channel, "行业动态");
  EXPECT_TRUE(found[0].truncated);
  EXPECT_EQ(found[1].channel, "相关新闻");
}

TEST(Digests, TeasersNeedNoTitle) {
  const std::vector<Digest> found = of({{kL, "推荐阅读:"},
                                        {kX, "芯片实现了快照光谱成像。"},
                                        {kM, "2025-10-16 09:50"},
                                        {kX, "大会在大连举行。"},
                                        {kM, "2025-10-16 10:06"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].teaser, "大会在大连举行。");
  EXPECT_EQ(found[1].date, "2025-10-16T10:06");
  EXPECT_EQ(found[1].channel, "推荐阅读");
  EXPECT_FALSE(found[1].truncated);
}

TEST(Digests, NeedNoDate) {
  const std::vector<Digest> found = of({{kT, "一号文章"},
                                        {kX, "一号内容..."},
                                        {kX, "还有"},
                                        {kT, "二号文章"},
                                        {kX, "二号"},
                                        {kX, "内容"}});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].teaser, "一号内容...");
  EXPECT_EQ(found[2].teaser, "二号 内容");
}

TEST(Digests, WithoutALinkThereIsNoUrl) {
  Sample sample({{kX, "一号内容"}, {kX, "二号内容…"}});
  sample.page.url = "https://a.example/1.html";
  ASSERT_EQ(of(sample).size(), 1u);
  EXPECT_EQ(of(sample)[0].url, "");
}

TEST(Digests, WhatAMemoryKnowsTellsThemApart) {
  const Sample sample(
      {{kX, "一号内容"}, {kX, "一号的下文"}, {kX, "二号"}, {kX, "没人知道的"}, {kX, "也没人知道"}});
  const std::vector<Digest> found = digests(sample.view(), "", {7, 7, 3, 0, 0});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].teaser, "一号内容 一号的下文");
  EXPECT_EQ(found[1].teaser, "二号");
  EXPECT_EQ(found[2].teaser, "没人知道的 也没人知道");
}

TEST(Digests, ATitleBelongsToTheTeaserBelowIt) {
  const Sample sample({{kT, "一号文章"}, {kX, "一号内容"}, {kT, "二号文章"}, {kX, "二号内容"}});
  const std::vector<Digest> found = digests(sample.view(), "", {0, 7, 0, 3});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "一号文章");
  EXPECT_EQ(found[1].teaser, "二号内容");
}

TEST(Digests, ADateMayStandBeforeItsItem) {
  const std::vector<Digest> found = of(
      {{kM, "2025-10-16"}, {kT, "一"}, {kX, "甲甲"}, {kM, "2025-10-17"}, {kT, "二"}, {kX, "乙乙"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].date, "2025-10-16");
  EXPECT_EQ(found[1].date, "2025-10-17");
}

TEST(Digests, SpamAmongThemIsMarked) {
  const std::vector<Digest> found = of({{kL, "猜你喜欢"},
                                        {kT, "数据管理峰会取得圆满成功"},
                                        {kX, "峰会在上海成功举办...更多"},
                                        {kM, "2023-01-09 16:45:12"},
                                        {kS, "治疗多少钱"},
                                        {kS, "治疗多少钱?人气医院,...更多"},
                                        {kS, "2023-01-09 16:44:51"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].spam);
  EXPECT_EQ(found[0].teaser, "峰会在上海成功举办...");
  EXPECT_TRUE(found[1].spam);
  EXPECT_EQ(found[1].title, "治疗多少钱");
  EXPECT_EQ(found[1].date, "2023-01-09T16:44:51");
}

TEST(Digests, SpamByItselfIsNone) {
  EXPECT_TRUE(of({{LabelName::kBody, kParagraph}, {kS, "治疗多少钱"}, {kS, "请来电"}}).empty());
}

TEST(Digests, TitlesAloneAreNone) {
  EXPECT_TRUE(of({{kT, "一"}, {kT, "二"}, {LabelName::kRecLink, "三"}}).empty());
}

TEST(Digests, OfTheArticleItselfAreMarked) {
  const std::string body = kParagraph;
  const std::vector<Digest> found = of({{LabelName::kBody, body},
                                        {kT, "天津滨海新区政协会议召开,深入推进“细胞"},
                                        {kX, body.substr(0, 90) + "..."},
                                        {kM, "2023-01-09"},
                                        {kT, "天津滨海的另一篇文章"},
                                        {kX, "与此无关的内容"}},
                                       "天津滨海新区政协会议召开，深入推进“细胞谷”建设");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].self);
  EXPECT_FALSE(found[1].self);
}

TEST(Digests, HaveTheAddressOfTheirTitle) {
  Sample sample{{kT, "一号文章"}, {kX, "一号内容"}};
  sample.page.url = "https://a.example/x/1.html";
  sample.blocks.blocks[0].hrefs = {"../y/2.html"};
  EXPECT_EQ(of(sample)[0].url, "https://a.example/y/2.html");
}

TEST(Digests, AreBounded) {
  Sample sample{};
  for (int n = 0; n < 5000; ++n) {
    Block block;
    block.text = "文" + std::to_string(n);
    sample.blocks.blocks.push_back(block);
    sample.labels.push_back({n % 2 == 0 ? kT : kX, ""});
  }
  EXPECT_EQ(of(sample).size(), 200u);
}

}  // namespace
}  // namespace tamis::assembly
