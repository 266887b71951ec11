// SPDX-License-Identifier: Apache-2.0
#include "head_builder.h"

namespace tamis::head {
namespace {

TEST(JsonLd, ReadsANewsArticle) {
  Head head = head_of_json(R"({"@context":"https://schema.org","@type":"NewsArticle",
    "headline":"Tom &amp; Jerry","datePublished":"2022-11-16T16:07:00+08:00",
    "dateModified":"2022-11-17","author":{"@type":"Person","name":"Jane Doe"},
    "publisher":{"@type":"Organization","name":"The Paper"},"articleSection":["World","Asia"],
    "keywords":"a, b","inLanguage":"en-GB","articleBody":"<p>One</p> two"})");
  EXPECT_EQ(values(head.titles), Strings{"Tom & Jerry"});
  EXPECT_EQ(values(head.dates), Strings{"2022-11-16T16:07:00+08:00"});
  EXPECT_EQ(values(head.modified), Strings{"2022-11-17"});
  EXPECT_EQ(values(head.authors), Strings{"Jane Doe"});
  EXPECT_EQ(values(head.site_names), Strings{"The Paper"});
  EXPECT_EQ(values(head.sections), (Strings{"World", "Asia"}));
  EXPECT_EQ(values(head.tags), (Strings{"a", "b"}));
  EXPECT_EQ(values(head.types), Strings{"NewsArticle"});
  EXPECT_EQ(head.language, "en-GB");
  EXPECT_EQ(head.article_body, "\nOne\n two");
  EXPECT_EQ(head.titles[0].by, "json-ld");
}

TEST(JsonLd, ReadsAuthorsInEveryShape) {
  for (const char* author : {
           R"(["Jane Doe","Tom Roe"])",
           R"([{"name":"Jane Doe"},{"name":"Tom Roe"}])",
           R"({"name":["Jane Doe","Tom Roe"]})",
           R"([{"name":["Jane Doe"]},"Tom Roe"])",
       }) {
    Head head = head_of_json(R"({"@type":["Article"],"author":)" + std::string(author) + "}");
    EXPECT_EQ(values(head.authors), (Strings{"Jane Doe", "Tom Roe"})) << author;
  }
}

TEST(JsonLd, FollowsReferencesInsideAGraph) {
  Head head = head_of_json(R"({"@graph":[
    {"@type":"WebPage","@id":"#page","name":"Page | Site"},
    {"@type":"Article","headline":"H","author":{"@id":"#jane"},"publisher":{"@id":"#org"}},
    {"@type":"Person","@id":"#jane","name":"Jane Doe"},
    {"@type":"Organization","@id":"#org","name":"Org"},
    {"@type":"WebSite","name":"Site"}]})");
  EXPECT_EQ(values(head.titles), (Strings{"H", "Page | Site"}));
  EXPECT_EQ(values(head.authors), Strings{"Jane Doe"});
  EXPECT_EQ(values(head.site_names), (Strings{"Org", "Site"}));
}

TEST(JsonLd, AnArticleInsideMainEntityClaims) {
  Head head =
      head_of_json(R"({"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"H"}})");
  EXPECT_EQ(values(head.titles), Strings{"H"});
}

TEST(JsonLd, FurtherArticlesAreOtherPages) {
  Head head =
      head_of_json(R"([{"@type":"NewsArticle","headline":"Own","datePublished":"2022-01-01"},
    {"@type":"NewsArticle","headline":"Other","datePublished":"2023-01-01"},
    {"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Third"}]}])");
  EXPECT_EQ(values(head.titles), Strings{"Own"});
  EXPECT_EQ(values(head.dates), Strings{"2022-01-01"});
}

TEST(JsonLd, OtherTypesClaimNothing) {
  Head head = head_of_json(
      R"({"@type":"JobPosting","headline":"Cook wanted","datePublished":"2022-01-01"})");
  EXPECT_TRUE(head.titles.empty());
  EXPECT_TRUE(head.dates.empty());
}

TEST(JsonLd, WhatDoesNotParseClaimsNothing) {
  EXPECT_TRUE(head_of_json(R"({"@type":"Article","headline":)").titles.empty());
  EXPECT_TRUE(head_of_json("[1, null, \"x\", [[[[[[[[[[{}]]]]]]]]]]]").titles.empty());
}

TEST(JsonLd, BreaksReferenceCycles) {
  Head head = head_of_json(
      R"({"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#a"}},
          {"@id":"#a","author":{"@id":"#a"}}]})");
  EXPECT_EQ(values(head.titles), Strings{"H"});
}

}  // namespace
}  // namespace tamis::head
