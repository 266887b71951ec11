// SPDX-License-Identifier: Apache-2.0
#include "report/full_article.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

Summary summary_of(std::initializer_list<Article> articles) {
  Summary summary;
  for (const Article& article : articles) summary.add(article);
  return summary;
}

Article failed() {
  Article article;
  article.id = "b";
  article.status = Status::kError;
  article.error = "too-deep: 1001 open elements";
  return article;
}

Article empty() {
  Article article;
  article.id = "c";
  article.status = Status::kNoArticle;
  article.reason = "links only";
  article.language = "zh-Hans";
  return article;
}

TEST(Summary, CountsByStatusKindReasonAndLabel) {
  const Summary summary = summary_of({full_article(), failed(), empty()});
  EXPECT_EQ(summary_json(summary).substr(summary_json(summary).find("\"pages\"")),
            R"("pages":3,"articles":1,"no_article":1,"errors":1,"digests":2,"kept_characters":11,)"
            R"("removed_characters":{"nav":2},"removed_blocks":{"nav":1},)"
            R"("errors_by_kind":{"too-deep":1},"no_article_by_reason":{"links only":1},)"
            R"("charsets":{"gb18030":1},"languages":{"zh-Hans":2}})"
            "\n");
}

TEST(Summary, MarksTamissOwnOutputWithItsFirstKey) {
  EXPECT_EQ(summary_json({}).find("{\"tamis\":\""), 0u);
  EXPECT_EQ(summary_json({}).back(), '\n');
}

TEST(Summary, DoesNotDependOnTheOrderOfThePages) {
  EXPECT_EQ(summary_json(summary_of({full_article(), failed(), empty()})),
            summary_json(summary_of({empty(), full_article(), failed()})));
}

TEST(Summary, IsReadBackWhole) {
  const std::string json = summary_json(summary_of({full_article(), failed(), empty()}));
  const Result<Summary> summary = summary_from_json(json);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary_json(*summary), json);
}

TEST(Summary, FromAnythingElseIsAnError) {
  for (const char* json : {"", "{}", "[]", "{\"pages\":1}", "{\"tamis\":7}", "{\"tamis\":\"0"}) {
    const Result<Summary> summary = summary_from_json(json);
    ASSERT_FALSE(summary) << json;
    EXPECT_EQ(summary.error().kind, ErrorKind::kBroken);
  }
}

TEST(Summary, TreatsValuesOfTheWrongKindAsNothing) {
  const Result<Summary> summary = summary_from_json(
      R"({"tamis":"9","pages":-1,"articles":"x","errors":1.5,"charsets":[1],"languages":{"a":"b"}})");
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->pages, 0u);
  EXPECT_EQ(summary->articles, 0u);
}

}  // namespace
}  // namespace tamis
