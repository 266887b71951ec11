// SPDX-License-Identifier: Apache-2.0
#include "assemble/claimed.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

TEST(Cover, KnowsItsParts) {
  const Cover cover("The ferry will run again from next week on. 旧桥将在明年春天全部拆除。");
  EXPECT_EQ(cover.share("the FERRY will run, again"), 1);
  EXPECT_EQ(cover.share("旧桥将在明年春天全部拆除"), 1);
  EXPECT_EQ(cover.share("nothing of it stands in there"), 0);
  EXPECT_EQ(cover.share("ferry"), 0) << "too short to say";
  EXPECT_EQ(cover.share(""), 0);
  EXPECT_EQ(Cover("").share("The ferry will run again"), 0);
  const double half =
      cover.share("The ferry will run again from next week, said our man on the quay");
  EXPECT_GT(half, .3);
  EXPECT_LT(half, .8);
}

TEST(Cover, HostileTextIsLinear) {
  const Cover cover(std::string(1'000'000, 'a'));
  EXPECT_EQ(cover.share(std::string(1'000'000, 'a')), 1);
  EXPECT_LT(cover.share(std::string(9, 'a') + std::string(100'000, 'b')), .1);
}

// A page of one kept paragraph and two dropped ones, and a body that claims all three.
struct Claims : testing::Test {
  Claims()
      : sample{{LabelName::kBody, first},
               {LabelName::kNav, second},
               {LabelName::kUi, third},
               {LabelName::kNav, "Home and other pages"}} {
    sample.head.article_body = first + "\n" + second + "\n" + third;
  }
  std::vector<Label> labels() {
    std::vector<Label> out = sample.labels;
    keep_claimed(sample.blocks, sample.head, out);
    return out;
  }
  std::string first =
      "The ferry was built by two brothers who had never seen the sea before that spring.";
  std::string second =
      "They painted it blue, because blue was the only colour that was left in the village shop.";
  std::string third =
      "It is blue to this day, and goes twice a day but on Sundays, when it goes only once.";
  Sample sample;
};

TEST_F(Claims, DroppedPartsOfTheBodyAreTheBody) {
  const std::vector<Label> out = labels();
  EXPECT_EQ(out[1].name, LabelName::kBody);
  EXPECT_EQ(out[2].name, LabelName::kBody);
  EXPECT_EQ(out[2].reason, "page data: part of the JSON-LD articleBody");
  EXPECT_EQ(out[3].name, LabelName::kNav);
}

TEST_F(Claims, AWarningSaysSo) {
  sample.labels = labels();
  const Article article = sample.article();
  EXPECT_EQ(article.warnings, Strings{"blocks kept because JSON-LD has them in the body"});
  EXPECT_EQ(article.text, first + "\n" + second + "\n" + third);
}

TEST_F(Claims, AShortLineOutsideTheArticleIsNotItsPart) {
  Block& last = sample.blocks.blocks[3];
  last.text = "village shop";
  last.stats.characters = 11;
  EXPECT_EQ(labels()[3].name, LabelName::kBody) << "right behind it";
  const Block again = last;  // `last` does not outlive what is pushed
  Block other = again;
  other.text = "Something else altogether";
  for (const Block& block : {other, again}) {
    sample.blocks.blocks.push_back(block);
    sample.labels.push_back({LabelName::kNav, "test"});
  }
  EXPECT_EQ(labels()[5].name, LabelName::kNav) << "once more behind something else";
  EXPECT_EQ(labels()[4].name, LabelName::kNav);
}

TEST_F(Claims, AGoodBodyIsLeftAlone) {
  sample.labels[1].name = sample.labels[2].name = LabelName::kBody;
  sample.blocks.blocks[3].text = "Another line that the claim has too";
  sample.head.article_body += sample.blocks.blocks[3].text;
  EXPECT_EQ(labels()[3].name, LabelName::kNav);
}

TEST_F(Claims, ABodyThatIsAnothersIsNotTaken) {
  sample.blocks.blocks[0].text =
      "What stands on this page has nothing to do with what its data say of a ferry, however long.";
  EXPECT_EQ(labels()[1].name, LabelName::kNav);
}

TEST_F(Claims, ABodyThatIsNotOnThePageIsNotSpreadOverIt) {
  for (int i = 0; i < 30; ++i)
    sample.head.article_body +=
        " Sentence number " + std::to_string(i) + " stands in the data only.";
  EXPECT_EQ(labels()[1].name, LabelName::kNav);
  const Article article = sample.article();
  EXPECT_TRUE(article.text_is_claimed);
  ASSERT_FALSE(article.warnings.empty());
  EXPECT_EQ(article.warnings[0], "text from JSON-LD: the page itself has only the beginning");
}

TEST_F(Claims, AListOfLinksIsNoBody) {
  for (int i = 0; i < 3; ++i) {
    Block link;
    link.text = "Another article about the ferry number " + std::to_string(i);
    link.context = kInLink;
    link.stats.characters = 34;
    sample.head.article_body += "\n" + link.text;
    sample.blocks.blocks.push_back(link);
    sample.labels.push_back({LabelName::kNav, "test"});
  }
  EXPECT_EQ(labels()[1].name, LabelName::kNav);
  EXPECT_FALSE(sample.article().text_is_claimed);
}

}  // namespace
}  // namespace tamis::assembly
