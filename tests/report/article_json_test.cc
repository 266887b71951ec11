// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"
#include "report/full_article.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(ArticleJson, WritesTheKeysInTheContractsOrder) {
  EXPECT_EQ(
      article_json(full_article(), true),
      R"({"id":"a.example/1.html","url":"https://a.example/1.html","status":"ok",)"
      R"("title":"CAR-T 疗法\"获批\"","text":"小标题\n第一段。\n第二段。",)"
      R"("author":["张三","李四"],"editor":["王五"],"source":"新华社","sitename":"甲网",)"
      R"("hostname":"a.example","channel":"健康","date":"2023-01-09T16:49",)"
      R"("language":"zh-Hans","tags":["医药"],)"
      R"("charset":{"name":"gb18030","by":"meta","errors":2},"damage":"repaired",)"
      R"("repairs":[{"kind":"shift","start":7,"end":9,"before":"?jié)A","after":"节目",)"
      R"("margin":3.5,"uncertain":true}],)"
      R"("digests":[{"title":"另一篇","teaser":"摘要……","date":"2023-01-08","channel":"财经",)"
      R"("url":"https://a.example/2.html","truncated":true},)"
      R"({"teaser":"本文摘要","self":true,"spam":true}],)"
      R"("warnings":["two dates"],"counts":{"kept":3,"dropped":1},"blocks":[)"
      R"({"n":0,"label":"heading","reason":"structure: test","text":"小标题","path":"html/body/p"},)"
      R"({"n":1,"label":"body","reason":"structure: test","text":"第一段。","path":"html/body/p"},)"
      R"({"n":2,"label":"nav","reason":"structure: test","text":"首页","path":"html/body/p",)"
      R"("links":["/","/news"]},)"
      R"({"n":3,"label":"body","reason":"structure: test","text":"第二段。","lines":[7,8]}]})");
}

TEST(ArticleJson, LeavesOutWhatIsUnknown) {
  Article article;
  article.id = "1";
  EXPECT_EQ(article_json(article, false),
            R"({"id":"1","status":"ok","text":"","counts":{"kept":0,"dropped":0}})");
  article.status = Status::kNoArticle;
  article.reason = "a list of links";
  article.dropped = 9;
  EXPECT_EQ(article_json(article, false),
            R"({"id":"1","status":"no-article","reason":"a list of links",)"
            R"("counts":{"kept":0,"dropped":9}})");
}

TEST(ArticleJson, OfAnErrorSaysWhy) {
  Article article;
  article.id = "b.html";
  article.status = Status::kError;
  article.error = "too-deep: 1001 open elements";
  EXPECT_EQ(article_json(article, false),
            R"({"id":"b.html","status":"error","error":"too-deep: 1001 open elements"})");
}

TEST(ArticleJson, IsOneLineOfValidJsonWhateverTheTextHolds) {
  Article article;
  article.id = "x";
  article.title = std::string("a\0b\x01\x1b[31m", 10);
  article.text = "\xFF\xFE line\r\nline \xE4\xB8";
  const std::string line = article_json(article, true);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_TRUE(json::parse(line));
}

}  // namespace
}  // namespace tamis
