// SPDX-License-Identifier: Apache-2.0
#include "rules_from.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

using test::rule_of;

constexpr const char* kPage =
    "<html><head><meta property='og:title' content='From meta'></head><body>"
    "<nav>menu</nav>"
    "<div class=top><h1>Head <i>line</i></h1><span class=by>Ann Poe</span></div>"
    "<div id=content><p>one</p><p>two <span class=ad>ad</span></p>"
    "<div class=promo><p>buy</p></div><p><time datetime='2024-05-01'>May</time></p>"
    "<hr class=end><p>three</p></div>"
    "<footer>foot</footer></body></html>";

struct Read {
  SiteReading reading;
  std::string calls;  // "menu:outside one:keep"
};

Read read(const std::string& keys, const std::string& html = kPage) {
  static constexpr const char* kCalls[] = {"-", "keep", "text", "outside", "drop", "title", "meta"};
  const Tree tree = *parse(html, {});
  const Blocks blocks = segment(tree);
  Read out{read_site(rule_of(keys), tree, blocks), {}};
  for (std::size_t n = 0; n < blocks.blocks.size(); ++n) {
    const std::string& text = blocks.blocks[n].text;
    out.calls += (n > 0 ? " " : "") + text.substr(0, text.find(' ')) + ":" +
                 kCalls[static_cast<int>(out.reading.verdicts.at(n).call)];
  }
  return out;
}

TEST(ReadSite, KeepLeavesTheRestOutside) {
  EXPECT_EQ(read("keep = '#content'").calls,
            "menu:outside Head:outside Ann:outside one:keep two:keep buy:keep May:keep three:keep "
            "foot:outside");
}

TEST(ReadSite, AnElementThatIsOneBlockIsTextByItself) {
  EXPECT_EQ(read("keep = '#content > p'").calls,
            "menu:outside Head:outside Ann:outside one:text two:text buy:outside May:text "
            "three:text foot:outside");
}

TEST(ReadSite, DropWinsOverKeepAndTitleOverBoth) {
  const Read got = read("drop = ['.promo', '.top']\nkeep = ['#content', '.promo p']\ntitle = 'h1'");
  EXPECT_EQ(got.calls,
            "menu:outside Head:title Ann:drop one:keep two:keep buy:drop May:keep three:keep "
            "foot:outside");
  ASSERT_EQ(got.reading.uses.size(), 5U);
  EXPECT_EQ(got.reading.uses[2].selector, "#content");
  EXPECT_EQ(got.reading.uses[2].overridden, 1U);
  EXPECT_EQ(got.reading.uses[3].overridden, 1U);
  EXPECT_EQ(got.reading.uses[3].blocks, 1U);
}

TEST(ReadSite, CutsBeforeAndAfterTheFirstMatch) {
  EXPECT_EQ(read("cut_before = '#content'\ncut_after = '.end'").calls,
            "menu:outside Head:outside Ann:outside one:- two:- buy:- May:- three:outside "
            "foot:outside");
  EXPECT_EQ(read("keep = '#content'\ncut_after = 'p'").calls,
            "menu:outside Head:outside Ann:outside one:keep two:outside buy:outside May:outside "
            "three:outside foot:outside");
}

TEST(ReadSite, APartOfALineCannotBeDropped) {
  const Read got = read("drop = '.ad'");
  EXPECT_EQ(got.calls.find("drop"), std::string::npos);
  EXPECT_EQ(got.reading.uses[0].elements, 1U);
  EXPECT_EQ(got.reading.uses[0].blocks, 0U);
  EXPECT_EQ(got.reading.uses[0].parts, 1U);
}

TEST(ReadSite, ADescendantStarDropsAllBelow) {
  EXPECT_EQ(read("drop = '#content *'").calls,
            "menu:- Head:- Ann:- one:drop two:drop buy:drop May:drop three:drop foot:-");
}

TEST(ReadSite, FactsHaveTheirRuleAsSource) {
  const Read got = read("title = ['.none', 'h1', 'h2']\ndate = 'time'\nauthor = '.by'");
  ASSERT_TRUE(got.reading.title);
  EXPECT_EQ(got.reading.title->value, "Head line");
  EXPECT_EQ(got.reading.title->by, "sites/x.toml:3");
  EXPECT_TRUE(got.reading.title->certain);
  EXPECT_EQ(got.reading.date->value, "2024-05-01");
  ASSERT_EQ(got.reading.authors.size(), 1U);
  EXPECT_EQ(got.reading.authors[0].value, "Ann Poe");
  EXPECT_EQ(got.reading.title_block, 1U);
  EXPECT_EQ(got.calls, "menu:- Head:title Ann:meta one:- two:- buy:- May:meta three:- foot:-");
}

TEST(ReadSite, FactsMayComeFromTheHeadOfThePage) {
  const Read got = read("title = 'meta[property=\"og:title\"]'");
  EXPECT_EQ(got.reading.title->value, "From meta");
  EXPECT_EQ(got.reading.title_block, kNone);
}

TEST(ReadSite, AKeepThatMatchesNothingIsAWarningAndNotTheEnd) {
  const Read got = read("keep = ['.gone', '#away']");
  EXPECT_EQ(got.reading.warning, "site rule sites/x.toml:3: keep matches nothing on this page");
  EXPECT_EQ(got.calls.find("outside"), std::string::npos);
  EXPECT_EQ(read("keep = ['.gone', '#content']").reading.warning, "");
  EXPECT_EQ(read("drop = '.gone'").reading.warning, "");
}

TEST(ReadSite, CountsElementsAndBlocksOnce) {
  const Read got = read("drop = 'div'");
  EXPECT_EQ(got.reading.uses[0].elements, 3U);
  EXPECT_EQ(got.reading.uses[0].blocks, 7U);  // .promo is in #content
}

TEST(ReadSite, LinesOfAPreAreInIt) {
  EXPECT_EQ(read("drop = 'pre'", "<body><p>a</p><pre>b.\n\nc\n</pre><p>d</p>").calls,
            "a:- b.:drop c:drop d:-");
}

TEST(ReadSite, APageWithoutText) {
  EXPECT_TRUE(read("keep = '*'\ncut_after = '*'", "").reading.verdicts.empty());
}

}  // namespace
}  // namespace tamis
