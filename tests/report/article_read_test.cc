// SPDX-License-Identifier: Apache-2.0
#include "report/full_article.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(ArticleFromJson, ReadsBackAllThatWasWritten) {
  const std::string line = article_json(full_article(), true);
  const Result<Article> article = article_from_json(line);
  ASSERT_TRUE(article);
  EXPECT_EQ(article_json(*article, true), line);
}

TEST(ArticleFromJson, ReadsEveryStatus) {
  for (const Status status : {Status::kOk, Status::kNoArticle, Status::kError}) {
    Article article;
    article.id = "1";
    article.status = status;
    const Result<Article> again = article_from_json(article_json(article, false));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->status, status);
  }
}

TEST(ArticleFromJson, TakesLinesOfOtherTools) {
  const Result<Article> article = article_from_json(
      R"({"id":"7","text":"正文","author":"张三","date":null,"tags":"a","extra":{"x":[1]},)"
      R"("digests":[1,"x",{}],"counts":{"kept":-3,"dropped":1e9},"blocks":"no"})");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->status, Status::kOk);
  EXPECT_EQ(article->text, "正文");
  EXPECT_EQ(article->author, std::vector<std::string>{"张三"});
  EXPECT_EQ(article->date, "");
  EXPECT_EQ(article->kept, 0u);
}

TEST(ArticleFromJson, SaysWhatIsWrong) {
  const char* lines[] = {"",
                         "{",
                         "[]",
                         "7",
                         "null",
                         R"({"text":"a"})",
                         R"({"id":7,"text":"a"})",
                         R"({"id":"a"})",
                         R"({"id":"a","text":7})",
                         "\xFF\xFE",
                         R"({"id":"a)"};
  for (const char* line : lines) {
    const Result<Article> article = article_from_json(line);
    ASSERT_FALSE(article) << line;
    EXPECT_EQ(article.error().kind, ErrorKind::kBroken) << line;
    EXPECT_FALSE(article.error().message.empty()) << line;
  }
}

}  // namespace
}  // namespace tamis
