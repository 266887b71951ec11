// SPDX-License-Identifier: Apache-2.0
#include "assemble/site.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

std::string source(const std::string& line) {
  return source_of(
      Sample{{LabelName::kTitle, "标题"}, {LabelName::kMeta, line}, {LabelName::kBody, kParagraph}}
          .view());
}

TEST(Source, StandsBehindItsWord) {
  const std::pair<const char*, const char*> cases[] = {
      {"来源:榕城网 发布时间:2023-01-09 16:49:39", "榕城网"},
      {"来源:光明日报客户端2022-11-16 16:07", "光明日报客户端"},
      {"2004年7月16日08:19 [ 黄宇 ] 来源：[ 国际金融报 ]", "国际金融报"},
      {"新京报 记者 丁爽 编辑 陈莉", "新京报"},
      {"来源：中国新闻网 作者：张三", "中国新闻网"},
      {"稿源：新华社", "新华社"},
      {"Source: Reuters", "Reuters"},
      {"来源：人民网 手机看新闻", "人民网"},
      {"来源：楚天都市报 【关闭】", "楚天都市报"},
      {"Source: Express.gr 29/12/11-10:54", "Express.gr"},
      {"来源:网络", ""},
      {"来源:", ""},
      {"今天 记者 丁爽", ""},
  };
  for (const auto& [line, expected] : cases) EXPECT_EQ(source(line), expected) << line;
}

TEST(Source, OfTheMarkupComesSecond) {
  Sample sample{{LabelName::kBody, kParagraph}};
  sample.claim(sample.head.sources, "来源:新华网", "id");
  EXPECT_EQ(source_of(sample.view()), "新华网");
  sample.head.sources[0].value = "http://a.example/";
  EXPECT_EQ(source_of(sample.view()), "");
}

TEST(SiteName, ComesFromTheMarkupTheTitleThePublisherLineOrTheMailAddress) {
  Sample sample{{LabelName::kBody, kParagraph},
                {LabelName::kContact, "邮件:info@yuancu.net"},
                {LabelName::kCopyright, "版权声明:本文由厦门厂房网发布,如需转载请注明出处。"}};
  EXPECT_EQ(sitename_of(sample.view(), ""), "厦门厂房网");
  sample.labels[2].name = LabelName::kBody;
  EXPECT_EQ(sitename_of(sample.view(), ""), "yuancu.net");
  EXPECT_EQ(sitename_of(sample.view(), "www.a.example"), "");
  sample.claim(sample.head.titles, "标题_光明网", "title");
  EXPECT_EQ(sitename_of(sample.view(), ""), "光明网");
  sample.claim(sample.head.site_names, "Guangming", "og");
  EXPECT_EQ(sitename_of(sample.view(), ""), "Guangming");
}

TEST(SiteName, MailProvidersAreNoSites) {
  const Sample sample{{LabelName::kBody, kParagraph}, {LabelName::kContact, "邮箱:abc@qq.com"}};
  EXPECT_EQ(sitename_of(sample.view(), ""), "");
}

TEST(Url, IsTheCrawlsTheCanonicalOrThePermalinkLine) {
  Sample sample{{LabelName::kBody, kParagraph},
                {LabelName::kSelfRef, "網址: 標題 http://www.u1s5d6.cn/newsview340193.html"}};
  EXPECT_EQ(url_of(sample.view()), "http://www.u1s5d6.cn/newsview340193.html");
  sample.claim(sample.head.urls, "/relative", "link");
  sample.claim(sample.head.urls, "https://a.example/1", "og");
  EXPECT_EQ(url_of(sample.view()), "https://a.example/1");
  sample.page.url = "https://b.example/2";
  EXPECT_EQ(url_of(sample.view()), "https://b.example/2");
}

TEST(Hostname, HasALabelThatNamesTheSite) {
  EXPECT_EQ(main_label("www.example.co.uk"), "example");
  EXPECT_EQ(main_label("news.people.com.cn"), "people");
  EXPECT_EQ(main_label("example.com"), "example");
  EXPECT_EQ(main_label("localhost"), "localhost");
  EXPECT_EQ(main_label(""), "");
}

TEST(Site, MarkupThatWasWrittenOutIsNoSource) {
  EXPECT_EQ(source_of(Sample{{LabelName::kMeta, "作者： size=\"20\" 来源： size=\"20\""},
                             {LabelName::kBody, kParagraph}}
                          .view()),
            "");
  EXPECT_EQ(source_of(Sample{{LabelName::kMeta, "2005-04-05 06:40更新 来源：转载文章"},
                             {LabelName::kBody, kParagraph},
                             {LabelName::kMeta, "来源：新闻晨报"}}
                          .view()),
            "新闻晨报");
}

}  // namespace
}  // namespace tamis::assembly
