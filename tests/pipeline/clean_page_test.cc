// SPDX-License-Identifier: Apache-2.0
#include "pages.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tamis {
namespace {

using test::html;
using test::html_page;
using test::rules;

Article clean_one(const Page& page, const CleanOptions& options = {}) {
  return clean_page(page, rules(), options).article;
}

TEST(CleanPage, KeepsTheBodyAndSaysWhyForEveryBlock) {
  const Cleaned cleaned = clean_page(html_page("a", html(7)), rules(), {});
  EXPECT_EQ(cleaned.article.id, "a");
  EXPECT_EQ(cleaned.article.status, Status::kOk);
  EXPECT_EQ(cleaned.article.title, "第7号公告：旧桥将拆除");
  EXPECT_NE(cleaned.article.text.find("预算为1259万元"), std::string::npos);
  EXPECT_EQ(cleaned.article.text.find("首页"), std::string::npos);
  EXPECT_EQ(cleaned.labels.size(), cleaned.blocks.blocks.size());
  EXPECT_EQ(cleaned.article.blocks.size(), cleaned.blocks.blocks.size());
  for (const Label& label : cleaned.labels) EXPECT_FALSE(label.reason.empty());
}

TEST(CleanPage, PlainTextNeedsNoTree) {
  Page page = html_page(
      "a.txt",
      "桥要拆了\n\n滨江市的公告说，城东的旧桥将在明年春天拆除，新桥会在原址以北两百米处建起。\n");
  page.kind = PageKind::kText;
  const Article article = clean_one(page);
  EXPECT_EQ(article.status, Status::kOk);
  EXPECT_NE(article.text.find("两百米"), std::string::npos);
}

TEST(CleanPage, WhatTheSourceCouldNotReadIsARecordThatSaysWhy) {
  Page page = html_page("a", "");
  page.url = "http://a.example/";
  page.error = Error{ErrorKind::kUnreadable, "a: permission denied"};
  const Article article = clean_one(page);
  EXPECT_EQ(article.status, Status::kError);
  EXPECT_EQ(article.error, "unreadable: a: permission denied");
  EXPECT_EQ(article.url, "http://a.example/");
}

TEST(CleanPage, AnAnswerOtherThanSuccessIsNoArticle) {
  Page page = html_page("a", html(3));
  page.headers = {{":status", "404"}};
  const Article article = clean_one(page);
  EXPECT_EQ(article.status, Status::kNoArticle);
  EXPECT_EQ(article.reason, "HTTP status 404");
  page.headers = {{":status", "200"}};
  EXPECT_EQ(clean_one(page).status, Status::kOk);
}

TEST(CleanPage, APageThatOnlyScriptsFillIsReadFromItsNoscript) {
  const std::string body =
      "<p>The harbour office said on Monday that the ferry will run again from next week on.</p>";
  const std::string page = "<html><body><div id=app></div><noscript>" + body +
                           "</noscript><noscript><img src=x></noscript></body></html>";
  EXPECT_NE(clean_one(html_page("a", page)).text.find("ferry will run"), std::string::npos);
  // A page with text of its own keeps to it.
  const Article article =
      clean_one(html_page("b",
                          "<html><body><p>Another story stands here, and it "
                          "is long enough to be one for anybody who reads it.</p><noscript>" +
                              body + "</noscript></body></html>"));
  EXPECT_EQ(article.text.find("ferry"), std::string::npos);
}

TEST(CleanPage, APageThatOnlyScriptsFillIsReadFromItsData) {
  std::string body;
  for (int i = 1; i < 6; ++i) {
    body += "<p>The harbour office said on day " + std::to_string(i) +
            " that the ferry will run again from next week on, weather and crew permitting.</p>";
  }
  const std::string data =
      "<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"article\":{\"title\":"
      "\"The ferry runs again\",\"body\":\"" +
      body + "\"}}}</script>";
  const Article article = clean_one(html_page(
      "a",
      "<html><head><title>The ferry runs again | Times</title></head><body><div id=__next>"
      "Loading</div>" +
          data));
  EXPECT_EQ(article.status, Status::kOk);
  EXPECT_TRUE(article.text.starts_with("The harbour office said on day 1 that"));
  EXPECT_EQ(std::count(article.text.begin(), article.text.end(), '\n'), 4);
  EXPECT_TRUE(article.text_is_claimed);
  ASSERT_FALSE(article.warnings.empty());
  EXPECT_NE(article.warnings[0].find("the data of its scripts"), std::string::npos);
  // A page with a body keeps to it.
  const Article own = clean_one(html_page("b", html(7) + data));
  EXPECT_EQ(own.text.find("ferry"), std::string::npos);
  EXPECT_FALSE(own.text_is_claimed);
}

TEST(CleanPage, ABodyInTheDataShowsWhatWasDropped) {
  std::string claimed, page;
  for (int i = 1; i < 8; ++i) {
    const std::string line =
        "Paragraph " + std::to_string(i) +
        " of the article tells how the ferry was built, who paid for it and why.";
    claimed += line + " ";
    page += i == 1 ? "<p>" + line + "</p>"
                   : "<div class=recommend><a href=/" + std::to_string(i) + ">More</a><div>" +
                         line + "</div></div>";
  }
  const Article article = clean_one(html_page(
      "a", "<html><body>" + page +
               "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
               claimed + "\"}</script>"));
  EXPECT_NE(article.text.find("Paragraph 1 "), std::string::npos);
  EXPECT_NE(article.text.find("Paragraph 7 "), std::string::npos);
  EXPECT_EQ(article.text.find("More"), std::string::npos);
  EXPECT_FALSE(article.text_is_claimed) << "it stands on the page";
}

TEST(CleanPage, EveryLimitOfTheParserIsARecordWithItsOwnKind) {
  std::string deep, attributes = "<p";
  for (int i = 0; i < 3000; ++i) deep += "<div>";
  for (int i = 0; i < 500; ++i) attributes += " a" + std::to_string(i) + "=1";
  attributes += ">x</p>";
  CleanOptions small;
  small.limits.max_bytes = 100;
  CleanOptions few;
  few.limits.max_nodes = 5;
  const struct {
    const char* kind;
    std::string bytes;
    CleanOptions options;
  } cases[] = {{"too-deep: ", deep + "x", {}},
               {"too-many-attributes: ", attributes, {}},
               {"too-big: ", html(1), small},
               {"too-many-nodes: ", html(1), few}};
  for (const auto& one : cases) {
    const Article article = clean_one(html_page("a", one.bytes), one.options);
    EXPECT_EQ(article.status, Status::kError);
    EXPECT_EQ(article.error.rfind(one.kind, 0), 0u) << article.error;
  }
}

TEST(CleanPage, ATextOfTooManyLinesIsARecordToo) {
  CleanOptions options;
  options.limits.max_nodes = 40;
  Page page = html_page("a.txt", "");
  page.kind = PageKind::kText;
  for (int i = 0; i < 10; ++i) page.bytes += "滨江市的公告说，城东的旧桥将在明年春天拆除。\n";
  EXPECT_EQ(clean_one(page, options).status, Status::kOk);
  page.bytes += "再来一行\n";
  EXPECT_EQ(clean_one(page, options).error, "too-many-nodes: more than 10 lines");
}

TEST(CleanPage, NothingButWhiteSpaceIsEmpty) {
  for (const char* bytes : {"", " \n\t ", "\xE3\x80\x80\xC2\xA0\n"}) {
    EXPECT_EQ(clean_one(html_page("a", bytes)).error.rfind("empty: ", 0), 0u);
  }
}

TEST(CleanPage, AnotherLanguageIsNoArticleOfThisRun) {
  CleanOptions options;
  options.language = "en";
  const Article article = clean_one(html_page("a", html(1)), options);
  EXPECT_EQ(article.status, Status::kNoArticle);
  EXPECT_EQ(article.reason, "language zh-Hans, wanted en");
  EXPECT_EQ(article.text, "");
  EXPECT_NE(article.title, "");
  for (const char* wanted : {"zh", "zh-Hans", "ZH-hans"}) {
    options.language = wanted;
    EXPECT_EQ(clean_one(html_page("a", html(1)), options).status, Status::kOk) << wanted;
  }
  options.language = "z";
  EXPECT_EQ(clean_one(html_page("a", html(1)), options).status, Status::kNoArticle);
}

TEST(CleanPage, ShorterThanAskedForIsNoArticleOfThisRun) {
  CleanOptions options;
  options.min_length = 5000;
  const Article article = clean_one(html_page("a", html(1)), options);
  EXPECT_EQ(article.status, Status::kNoArticle);
  EXPECT_EQ(article.reason.rfind("shorter than 5000 characters (", 0), 0u) << article.reason;
  EXPECT_EQ(article.text, "");
}

TEST(CleanPage, AnArticleThatCleanWrotePassesAsItIs) {
  const Article first = clean_one(html_page("a", html(3)));
  Page page = html_page("other", article_json(first, false));
  page.kind = PageKind::kArticle;
  const Article second = clean_one(page);
  EXPECT_EQ(second.id, "a");
  EXPECT_EQ(second.text, first.text);
  EXPECT_EQ(second.title, first.title);
  page.bytes = "{\"id\":";
  EXPECT_EQ(clean_one(page).error.rfind("broken: ", 0), 0u);
}

// A rule for a host, and a page of that host on which everything is where nobody looks.
class CleanPageWithSiteRule : public ::testing::Test {
 protected:
  CleanPageWithSiteRule() {
    page_.url = "https://news.example/1";
    page_.bytes =
        "<html><head><title>滨江新闻</title></head><body><h1>滨江新闻</h1>"
        "<div class=hd>旧桥明年拆除</div><div class=inf>作者：王小明 <b>于 2024-05-06</b></div>"
        "<div class=c><p>新桥会在原址以北两百米处建起，工期三年。</p><p>下载客户端</p>"
        "<p class=x>预算为一千二百万元，由市里和省里各出一半。</p></div>"
        "<p>这里是另一篇文章的开头，它和上面的桥没有一点关系，也不该留下来。</p></body>";
  }

  Cleaned clean(const std::string& keys) {
    scratch_.write("x.toml", "version = 1\nhosts = ['*.example']\n" + keys);
    CleanOptions options;
    options.sites = SiteRules::load({{scratch_.path(), "sites", false}});
    return clean_page(page_, rules(), options);
  }

  test::Scratch scratch_;
  Page page_ = html_page("a", "");
};

TEST_F(CleanPageWithSiteRule, TheRuleHasTheLastWord) {
  const Cleaned cleaned =
      clean("keep = '.c'\ndrop = '.x'\ntitle = '.hd'\ndate = '.inf b'\nauthor = '.inf'\n");
  EXPECT_EQ(cleaned.article.text, "新桥会在原址以北两百米处建起，工期三年。\n下载客户端");
  EXPECT_EQ(cleaned.article.title, "旧桥明年拆除");
  EXPECT_EQ(cleaned.article.date, "2024-05-06");
  EXPECT_TRUE(cleaned.article.warnings.empty() || cleaned.article.warnings[0] == "short");
  const std::vector<BlockRecord>& blocks = cleaned.article.blocks;
  ASSERT_EQ(blocks.size(), 7U);
  EXPECT_EQ(blocks[1].label.name, LabelName::kTitle);
  EXPECT_EQ(blocks[1].label.reason, "sites/x.toml:5");
  EXPECT_EQ(blocks[4].label.reason, "sites/x.toml:3");
  EXPECT_EQ(blocks[5].label.name, LabelName::kTemplate);
  EXPECT_EQ(blocks[5].label.reason, "sites/x.toml:4");
}

TEST_F(CleanPageWithSiteRule, WhatIsKeptOrCutIsNotOutweighedByThePagesData) {
  std::string more;
  for (int n = 0; n < 40; ++n) more += "第" + std::to_string(n) + "天的施工还在继续，没有停。";
  const std::string body = "新桥会在原址以北两百米处建起，工期三年。";
  page_.bytes =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"articleBody\":\"" +
      body + more + "\"}</script></head><body><div class=c><p>" + body +
      "</p></div><div class=more><p>" + more + "</p></div></body>";
  for (const char* keys : {"keep = '.c'\n", "cut_after = '.c'\n"})
    EXPECT_EQ(clean(keys).article.text, body) << keys;
}

TEST_F(CleanPageWithSiteRule, OtherHostsAreNotConcerned) {
  page_.url = "https://news.other/1";
  const Cleaned cleaned = clean("drop = '.c'\n");
  EXPECT_EQ(cleaned.site.file, "");
  EXPECT_TRUE(cleaned.site.verdicts.empty());
  EXPECT_NE(cleaned.article.text.find("两百米"), std::string::npos);
  // The host may come from the page or from the crawl's folder.
  page_.url.clear();
  page_.folder = "www.news.example";
  EXPECT_EQ(clean("drop = '.c'\n").article.text.find("两百米"), std::string::npos);
}

TEST_F(CleanPageWithSiteRule, ARuleThatTheSiteHasLeftBehindWarns) {
  const Cleaned cleaned = clean("keep = '.gone'\n");
  EXPECT_NE(cleaned.article.text.find("两百米"), std::string::npos);
  ASSERT_FALSE(cleaned.article.warnings.empty());
  EXPECT_EQ(cleaned.article.warnings.back(),
            "site rule sites/x.toml:3: keep matches nothing on this page");
}

TEST_F(CleanPageWithSiteRule, AuthorsAreThoseOfTheRule) {
  page_.bytes = "<html><head><meta name=author content=admin></head><body>" + page_.bytes;
  const Cleaned cleaned = clean("author = '.inf'\n");
  EXPECT_EQ(cleaned.article.author, (std::vector<std::string>{"王小明"}));
}

}  // namespace
}  // namespace tamis
