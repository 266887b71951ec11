// SPDX-License-Identifier: Apache-2.0
#include "assemble/title.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

struct Case {
  const char* title;
  const char* stripped;
};

TEST(Title, LosesTheNamesOfTheSite) {
  const Case cases[] = {
      {"天津滨海新区政协会议召开_新闻中心_新浪网", "天津滨海新区政协会议召开"},
      {"天津滨海新区政协会议召开-搜狐财经", "天津滨海新区政协会议召开-搜狐财经"},
      {"天津滨海新区政协会议召开--人民网", "天津滨海新区政协会议召开"},
      {"Ministers agree on budget - The Daily Example", "Ministers agree on budget"},
      {"Ministers agree on budget | World | Example", "Ministers agree on budget"},
      {"Twenty-one ministers - and no budget at all",
       "Twenty-one ministers - and no budget at all"},
      {"CAR-T疗法挑战实体瘤", "CAR-T疗法挑战实体瘤"},
      {"Budget talks fail – example.com", "Budget talks fail"},
      {"", ""},
  };
  for (const Case& c : cases)
    EXPECT_EQ(strip_site(c.title, {"The Daily Example"}, "www.example.com"), c.stripped) << c.title;
}

TEST(Title, IsTheBlockThatIsLabelledSo) {
  Sample sample{{LabelName::kTitle, "标题在此"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.titles, "别的标题", "og");
  EXPECT_EQ(title(sample.view(), {}), "标题在此");
}

TEST(Title, IsNotTheSitesName) {
  Sample sample{{LabelName::kTitle, "经济参考网"}, {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.titles, "苹果败诉_经济参考网", "title");
  EXPECT_EQ(title(sample.view(), {"经济参考网"}), "苹果败诉");
}

TEST(Title, IsTheH1ThatAgreesWithAClaim) {
  Sample sample{{LabelName::kNav, "Weather"},
                {LabelName::kNav, "Ministers agree"},
                {LabelName::kBody, kParagraph}};
  sample.blocks.blocks[0].tag = sample.blocks.blocks[1].tag = Tag::kH1;
  sample.claim(sample.head.titles, "Ministers agree - Site", "title");
  EXPECT_EQ(title(sample.view(), {}), "Ministers agree");
}

TEST(Title, IsTheFirstClaimOtherwise) {
  Sample sample{{LabelName::kBody, kParagraph}};
  EXPECT_EQ(title(sample.view(), {}), "");
  sample.claim(sample.head.titles, "Site", "og");
  sample.claim(sample.head.titles, "Ministers agree - Site", "title");
  EXPECT_EQ(title(sample.view(), {"Site"}), "Ministers agree");
}

TEST(Title, IsTheFirstHeadingWhereTheTitleElementIsAboutTheSite) {
  Sample sample{{LabelName::kNav, "首页"},
                {LabelName::kHeading, "孙丰：巴黎举行座谈会"},
                {LabelName::kBody, kParagraph}};
  sample.claim(sample.head.titles, "谢谢您访问本站", "title");
  EXPECT_EQ(title(sample.view(), {}), "孙丰：巴黎举行座谈会");
  // Not where the page claims it twice, or says it.
  sample.claim(sample.head.titles, "谢谢您访问本站", "og");
  EXPECT_EQ(title(sample.view(), {}), "谢谢您访问本站");
  Sample said{{LabelName::kNav, "谢谢您访问"},
              {LabelName::kHeading, "孙丰：巴黎举行座谈会"},
              {LabelName::kBody, kParagraph}};
  said.claim(said.head.titles, "谢谢您访问本站", "title");
  EXPECT_EQ(title(said.view(), {}), "谢谢您访问本站");
  // Nor a section's.
  sample.head.titles.pop_back();
  sample.blocks.blocks[1].text = "Key takeaways:";
  EXPECT_EQ(title(sample.view(), {}), "谢谢您访问本站");
}

}  // namespace
}  // namespace tamis::assembly
