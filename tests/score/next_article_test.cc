// SPDX-License-Identifier: Apache-2.0
#include "score/next_article.h"

#include "score/score_page.h"

namespace tamis::score_test {
namespace {

using score_detail::find_next_article;

std::string article(const std::string& tag, const std::string& title, const std::string& about) {
  std::string html = "<div class=post><header><" + tag + " class=headline>" + title + "</" + tag +
                     "></header><div class=text>";
  for (int i = 0; i < 4; ++i) {
    html += "<p>The council said on day " + std::to_string(i) + " that " + about +
            " would be looked at again, and that nobody had asked for more money so far.</p>";
  }
  return html + "</div></div>";
}

BlockId next_of(const std::string& body, Read& page) {
  page = read("<html><head><title>Bridge to close</title></head><body>" + body + "</body></html>");
  return find_next_article(page.blocks, page.evidence,
                           std::vector<std::uint8_t>(page.blocks.blocks.size(), 1));
}

TEST(NextArticle, ASecondHeadlineOfTheSameFormBeginsIt) {
  Read page;
  const BlockId next = next_of(
      article("h1", "Bridge to close", "the bridge") + article("h1", "School opens", "the school"),
      page);
  ASSERT_NE(next, kNone);
  EXPECT_EQ(page.blocks.blocks[next].text, "School opens");
}

TEST(NextArticle, ChaptersAreNoArticles) {
  Read page;
  EXPECT_EQ(next_of(article("h2", "Bridge to close", "the bridge") +
                        article("h2", "School opens", "the school"),
                    page),
            kNone);
  EXPECT_EQ(next_of(article("h1", "Bridge to close", "the bridge"), page), kNone);
}

TEST(NextArticle, AHeadlineWithoutATextBehindItIsNone) {
  Read page;
  EXPECT_EQ(next_of(article("h1", "Bridge to close", "the bridge") +
                        "<div class=post><header><h1 class=headline>More</h1></header><div "
                        "class=text><p>Soon.</p></div></div>",
                    page),
            kNone);
}

}  // namespace
}  // namespace tamis::score_test
