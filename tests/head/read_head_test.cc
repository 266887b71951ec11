// SPDX-License-Identifier: Apache-2.0
#include "head_builder.h"

namespace tamis::head {
namespace {

TEST(ReadHead, ReadsMetaAndTitleInOrderOfTrust) {
  Head head = head_of(R"(<html lang="zh-CN"><head><title>Head line_Site</title>
    <meta name="ArticleTitle" content="Head  line">
    <meta property="og:title" content="Headline og"><meta property="og:site_name" content="Site">
    <meta property="og:url" content="http://a.example/1"><link rel=canonical href="http://a.example/2">
    <meta name="keywords" content="甲,乙"><meta name="description" content="What it says">
    <meta name="publishdate" content="2022-11-16"><meta name="source" content="榕城网">
    <meta name="author" content="张三"><meta name="editor" content="李四">
    </head><body><p>x</p></body></html>)");
  EXPECT_EQ(values(head.titles), (Strings{"Headline og", "Head line", "Head line_Site"}));
  EXPECT_EQ(head.titles[2].by, "title");
  EXPECT_EQ(head.titles[1].by, "meta:ArticleTitle");
  EXPECT_EQ(values(head.site_names), Strings{"Site"});
  EXPECT_EQ(values(head.urls), (Strings{"http://a.example/2", "http://a.example/1"}));
  EXPECT_EQ(values(head.tags), (Strings{"甲", "乙"}));
  EXPECT_EQ(values(head.dates), Strings{"2022-11-16"});
  EXPECT_EQ(values(head.sources), Strings{"榕城网"});
  EXPECT_EQ(values(head.authors), Strings{"张三"});
  EXPECT_EQ(values(head.editors), Strings{"李四"});
  EXPECT_EQ(head.language, "zh-CN");
}

TEST(ReadHead, ReadsMicrodata) {
  Head head = head_of(R"(<body><div itemscope itemtype="https://schema.org/NewsArticle">
    <h1 itemprop="headline">H</h1><span itemprop="author" itemscope><i itemprop="name">Jane Doe</i>
    <i>Reporter</i></span><meta itemprop="datePublished" content="2022-11-16">
    <div itemprop="comment" itemscope><time itemprop="dateCreated" datetime="2023-01-01">x</time>
    <b itemprop="author">Troll</b></div></div></body>)");
  EXPECT_EQ(values(head.titles), Strings{"H"});
  EXPECT_EQ(values(head.authors), Strings{"Jane Doe"});
  EXPECT_EQ(values(head.dates), Strings{"2022-11-16"});
}

TEST(ReadHead, TimesCountInsideTheArticleOnly) {
  Head head = head_of(R"(<body><time datetime="2020-01-01">old</time><article>
    <time datetime="2022-11-16T16:07:00Z">Nov 16</time><aside><time datetime="2021-01-01">x</time>
    </aside><time>17 Nov 2022</time></article></body>)");
  EXPECT_EQ(values(head.dates), (Strings{"2022-11-16T16:07:00Z", "17 Nov 2022"}));
  EXPECT_EQ(head.dates[0].by, "time");
}

TEST(ReadHead, ReadsTheIdsBaiduAsksFor) {
  Head head = head_of(R"(<body><span id="pubtime_baidu">2012-03-04 05:06</span>
    <span id="source_baidu">来源:新华网</span></body>)");
  EXPECT_EQ(values(head.dates), Strings{"2012-03-04 05:06"});
  EXPECT_EQ(values(head.sources), Strings{"来源:新华网"});
}

TEST(ReadHead, JsonLdComesFirst) {
  Head head = head_of(R"(<head><meta property="og:title" content="og">
    <script type="application/ld+json">{"@type":"Article","headline":"ld"}</script></head>)");
  EXPECT_EQ(values(head.titles), (Strings{"ld", "og"}));
}

TEST(ReadHead, AnEmptyPageClaimsNothing) {
  EXPECT_TRUE(head_of("").titles.empty());
  EXPECT_TRUE(read_head(Tree{}).titles.empty());
}

}  // namespace
}  // namespace tamis::head
