// SPDX-License-Identifier: Apache-2.0
#include "label/label_page.h"

namespace tamis::label_test {
namespace {

std::string kept_text(const Labelled& page) {
  std::string out;
  for (std::size_t b = 0; b < page.labels.size(); ++b) {
    if (is_kept(page.labels[b].name)) out += page.blocks.blocks[b].text + "\n";
  }
  return out;
}

TEST(Guard, ProseThatEveryRuleDropsComesBack) {
  const Labelled page = label_html(
      "<html><body><nav><p>The only paragraph of this page stands, for reasons of its own, inside "
      "of "
      "the navigation, and is still what a reader came for.</p></nav></body></html>");
  EXPECT_NE(kept_text(page).find("The only paragraph"), std::string::npos);
}

TEST(Guard, APageWithoutProseKeepsItsLongestLine) {
  const Labelled page = label_html(
      "<html><body><div>Gallery</div><div>The winners of the garden prize of the year in the old "
      "town hall</div><div><a href=1>Next</a></div></body></html>");
  EXPECT_EQ(kept_text(page), "The winners of the garden prize of the year in the old town hall\n");
}

TEST(Guard, APageOfLinksStaysEmpty) {
  const Labelled page = label_html(
      "<html><body><ul><li><a href=1>First headline of the day</a></li><li><a href=2>Second "
      "headline "
      "of the day</a></li></ul></body></html>");
  EXPECT_EQ(kept_text(page), "");
}

TEST(Guard, NoBlocksNoLabels) {
  EXPECT_TRUE(label_html("").labels.empty());
  EXPECT_TRUE(label_text("").labels.empty());
}

}  // namespace
}  // namespace tamis::label_test
