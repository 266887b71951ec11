// SPDX-License-Identifier: Apache-2.0
#include "memory/crawl.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace)

const CrawlPage kLibraryPage{"a/library", "a.example", {kLibrary, kLibraryRest}, "++", "新馆开放"};
const CrawlPage kFerryPage{"b/ferry", "b.example", {kFerry, kFerryRest}, "++", "轮渡停航两天"};
const CrawlPage kTramPage{"c/tram", "c.example", {kTram, kTramRest}, "++", "三号线试运行"};

std::string head(const std::string& text, std::size_t characters) {
  return text.substr(0, characters * 3);
}

TEST(Recall, APieceOfAnotherArticleIsADigest) {
  const test::Scratch scratch;
  const CrawlPage wall{"c/wall",
                       "c.example",
                       {kTram, kTramRest, head(kLibrary, 24) + "...", head(kFerry, 30)},
                       "++++",
                       ""};
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, kFerryPage, wall});
  EXPECT_EQ(recalled(memory, wall), "++dd");
  EXPECT_EQ(recalled(memory, kLibraryPage), "++");
  EXPECT_EQ(recalled(memory, kFerryPage), "++");
}

TEST(Recall, ACopyKeepsItsText) {
  const test::Scratch scratch;
  CrawlPage copy = kLibraryPage, again = kLibraryPage;
  copy.id = "b/copy";
  copy.host = "b.example";
  again.id = "a/print";
  const CrawlPage cut{"d/cut", "d.example", {kLibrary}, "+", ""};
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, copy, again, cut});
  for (const CrawlPage& page : {kLibraryPage, copy, again}) EXPECT_EQ(recalled(memory, page), "++");
  EXPECT_EQ(recalled(memory, cut), "+");
}

TEST(Recall, AParagraphThatTwoArticlesShareStays) {
  const test::Scratch scratch;
  const CrawlPage follow_up{"a/more", "a.example", {kTram, kTramRest, kLibrary}, "+++", ""};
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, follow_up});
  EXPECT_EQ(recalled(memory, follow_up), "+++");
}

TEST(Recall, TwoWordsOfAnotherScriptAreAPieceOfAnything) {
  const test::Scratch scratch;
  const CrawlPage one{"a/rates",
                      "a.example",
                      {"Interest rates stay where they are until the autumn, the bank said today."},
                      "+",
                      ""};
  const CrawlPage two{"b/tram", "b.example", {kTram, kTramRest, "Interest Rates"}, "+++", ""};
  const CrawlPage wall{"c/tram",
                       "c.example",
                       {kTram, kTramRest, "Interest rates stay where they are until the ..."},
                       "+++",
                       ""};
  const Memory memory = test::remember(scratch.path("m"), {one, two, wall});
  EXPECT_EQ(recalled(memory, two), "+++");
  EXPECT_EQ(recalled(memory, wall), "++d");
}

TEST(Recall, APageOfTeasersAloneIsNotEmptied) {
  const test::Scratch scratch;
  const CrawlPage list{
      "d/list", "d.example", {head(kLibrary, 24) + "...", head(kFerry, 30) + "..."}, "++", ""};
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, kFerryPage, list});
  EXPECT_EQ(recalled(memory, list), "++");
}

TEST(Recall, WhatStandsOnManyPagesOfAHostIsTemplate) {
  const test::Scratch scratch;
  const std::string notice = "本网站所刊登的内容未经书面授权，任何单位和个人不得转载使用。";
  CrawlPage library = kLibraryPage, ferry = kFerryPage, tram = kTramPage;
  const CrawlPage other{"a/other",
                        "a.example",
                        {"河堤上的樱花开了，每天有几千人前来观赏，交警在路口值守到很晚。", notice},
                        "++",
                        ""};
  for (CrawlPage* page : {&library, &ferry, &tram}) {
    page->host = "a.example";
    page->lines.push_back(notice);
    page->kept += '+';
  }
  const std::vector<CrawlPage> pages{library, ferry, tram, other};
  const Memory memory = test::remember(scratch.path("m"), pages);
  EXPECT_EQ(recalled(memory, library), "++t");
  EXPECT_EQ(recalled(memory, other), "+t");
}

TEST(Recall, AMenuTakenForTheTitleIsTemplate) {
  const test::Scratch scratch;
  const std::vector<std::string> bodies{kLibrary,     kFerry,     kTram,
                                        kLibraryRest, kFerryRest, kTramRest};
  std::vector<CrawlPage> pages;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const std::string title = i < 2 ? "一周要闻回顾" : "第" + std::to_string(i) + "号通告摘编";
    pages.push_back({"a/" + std::to_string(i),
                     "a.example",
                     {"晨光在线首页 新闻 财经 体育", bodies[i]},
                     "T+",
                     ""});
    pages.push_back({"b/" + std::to_string(i), "b.example", {title, bodies[i]}, "T+", ""});
  }
  const Memory memory = test::remember(scratch.path("m"), pages);
  EXPECT_EQ(recalled(memory, pages[0]), "t+");
  EXPECT_EQ(recalled(memory, pages[1]), "T+");  // a column's name
  EXPECT_EQ(recalled(memory, pages[9]), "T+");  // numbers tell titles apart
}

TEST(Recall, ATextThatASiteRepeatsIsNoTemplate) {
  const test::Scratch scratch;
  std::vector<CrawlPage> pages(6, kLibraryPage);
  for (std::size_t i = 0; i < pages.size(); ++i) pages[i].id += std::to_string(i);
  const Memory memory = test::remember(scratch.path("m"), pages);
  EXPECT_EQ(recalled(memory, pages[0]), "++");
}

TEST(Sightings, SayWhereTheBlocksOfAPageStand) {
  const test::Scratch scratch;
  const std::string notice = "本网站所刊登的内容未经书面授权，任何单位和个人不得转载使用。";
  const CrawlPage wall{
      "a/wall", "a.example", {kTram, kTramRest, head(kLibrary, 24), notice}, "++.+", ""};
  CrawlPage library = kLibraryPage, ferry = kFerryPage;
  for (CrawlPage* page : {&library, &ferry}) {
    page->host = "a.example";
    page->lines.push_back(notice);
    page->kept += '.';
  }
  const Memory memory = test::remember(scratch.path("m"), {library, ferry, wall});
  const Blocks blocks = blocks_of(wall);
  for (const char* id : {"a/wall", "not/seen"}) {
    const RecallPage page{id, "a.example", blocks};
    const auto seen = sightings_of(memory, Canon(), page, labels_of(wall));
    ASSERT_EQ(seen.size(), 4U);
    ASSERT_EQ(seen[2].pieces.size(), 1U);
    EXPECT_EQ(seen[2].pieces[0].id, "a/library");
    EXPECT_EQ(seen[2].pieces[0].begin, 0U);
    EXPECT_EQ(seen[2].pieces[0].edits, 0U);
    EXPECT_EQ(seen[3].pages, 2U);
    EXPECT_EQ(seen[3].on, (std::vector<std::string>{"a/library", "b/ferry"}));
  }
  EXPECT_EQ(sightings_of(Memory(), Canon(), {"a/wall", "a.example", blocks}, {}).size(), 4U);
}

TEST(Tie, ADigestIsTiedToItsArticleAndItsEquals) {
  const test::Scratch scratch;
  const CrawlPage one{"c/1", "c.example", {kTram, head(kLibrary, 30)}, "+d", ""};
  const CrawlPage two{"d/2", "d.example", {kFerry, head(kLibrary, 24) + "..."}, "+d", ""};
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, one, two});
  std::vector<Digest> digests(1);
  digests[0].teaser = one.lines[1];
  tie_digests(memory, Canon(), seen(one), digests);
  EXPECT_EQ(digests[0].of, "a/library");
  const DigestGroup group = group_of(memory, digests[0].group.id);
  EXPECT_EQ(group.pages, 2U);
  EXPECT_EQ(group.sites, (std::vector<std::string>{"c.example", "d.example"}));
}

TEST(Tie, WithoutATeaserTheUrlOrTheTitleSays) {
  const test::Scratch scratch;
  const Memory memory = test::remember(scratch.path("m"), {kLibraryPage, kFerryPage});
  std::vector<Digest> digests(3);
  digests[0].title = "轮渡停航两天";
  digests[1].url = "http://a.example/a/library#top";
  digests[2].title = "没有这篇文章";
  tie_digests(memory, Canon(), seen(kTramPage), digests);
  EXPECT_EQ(digests[0].of, "b/ferry");
  EXPECT_EQ(digests[1].of, "a/library");
  EXPECT_EQ(digests[2].of, "");
}

}  // namespace
}  // namespace tamis
