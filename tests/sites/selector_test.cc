// SPDX-License-Identifier: Apache-2.0
#include "sites/selector.h"

#include <gtest/gtest.h>

namespace tamis::sites {
namespace {

Selector good(std::string_view text) {
  auto parsed = parse_selector(text);
  if (const auto* fault = std::get_if<SelectorFault>(&parsed)) {
    ADD_FAILURE() << text << ": " << fault->message;
    return {};
  }
  return std::get<Selector>(parsed);
}

TEST(Selector, ReadsElementsClassesIdsAndAttributes) {
  const Selector one = good("DIV.news.main#content[itemprop=articleBody]");
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].tag, Tag::kDiv);
  EXPECT_EQ(one[0].classes, (std::vector<std::string>{"news", "main"}));
  EXPECT_EQ(one[0].id, "content");
  ASSERT_EQ(one[0].attributes.size(), 1U);
  EXPECT_EQ(one[0].attributes[0].name, AttributeName::kItemprop);
  EXPECT_EQ(one[0].attributes[0].value, "articleBody");
}

TEST(Selector, ReadsDescendantsAndChildren) {
  const Selector steps = good("  article  p>a > * .more ");
  ASSERT_EQ(steps.size(), 5U);
  EXPECT_FALSE(steps[0].child);
  EXPECT_FALSE(steps[1].child);
  EXPECT_TRUE(steps[2].child);
  EXPECT_TRUE(steps[3].child);
  EXPECT_EQ(steps[3].tag, std::nullopt);
  EXPECT_FALSE(steps[4].child);
}

TEST(Selector, AttributesArePresentEqualOrBegin) {
  const Selector tests = good("[ hidden ][id^='post-'] time[ datetime = \"a]b\" ]");
  ASSERT_EQ(tests.size(), 2U);
  EXPECT_EQ(tests[0].attributes[0].how, AttributeTest::How::kPresent);
  EXPECT_EQ(tests[0].attributes[1].how, AttributeTest::How::kBegins);
  EXPECT_EQ(tests[0].attributes[1].value, "post-");
  EXPECT_EQ(tests[1].attributes[0].value, "a]b");
}

TEST(Selector, NamesMayBeOfAnyScriptAndEscaped) {
  EXPECT_EQ(good(".正文")[0].classes[0], "正文");
  EXPECT_EQ(good("#\\31 23")[0].id, "123");
  EXPECT_EQ(good(".md\\:flex")[0].classes[0], "md:flex");
  EXPECT_EQ(good("#123")[0].id, "123");  // more than CSS allows: what a user means by it is clear
  EXPECT_EQ(good("#\\0 x")[0].id, "\xEF\xBF\xBDx");
}

TEST(Selector, AFaultSaysWhereAndWhat) {
  const struct {
    const char* text;
    std::size_t at;
    const char* says;
  } cases[] = {
      {"", 0, "empty"},
      {"   ", 3, "empty"},
      {"div.", 4, "class name is missing"},
      {"div .a:hover", 6, "pseudo-classes"},
      {"p, li", 1, "two strings"},
      {"h1 + p", 3, "sibling"},
      {"h1 ~ p", 3, "sibling"},
      {"> p", 0, "before the >"},
      {"a > > p", 4, "before the >"},
      {"div >", 5, "behind the >"},
      {"//div[@id]", 0, "XPath"},
      {"blink", 0, "<blink>"},
      {"div#a#b", 5, "two ids"},
      {"[onclick]", 1, "onclick"},
      {"[id", 0, "] is missing"},
      {"[id=a", 0, "] is missing"},
      {"[id=a b]", 6, "] is missing"},
      {"[id*=a]", 3, "expected"},
      {"[id^='']", 5, "begins with nothing"},
      {"[id='a]", 4, "closing quote"},
      {"a\\", 1, "backslash"},
      {"p {", 2, "not expected"},
      {"\xFF", 0, "UTF-8"},
  };
  for (const auto& c : cases) {
    const auto parsed = parse_selector(c.text);
    const auto* fault = std::get_if<SelectorFault>(&parsed);
    ASSERT_NE(fault, nullptr) << c.text;
    EXPECT_EQ(fault->at, c.at) << c.text << ": " << fault->message;
    EXPECT_NE(fault->message.find(c.says), std::string::npos) << c.text << ": " << fault->message;
  }
}

TEST(Selector, HasLimits) {
  std::string steps = "p";
  for (std::size_t n = 1; n < kMaxSteps; ++n) steps += " p";
  EXPECT_EQ(good(steps).size(), kMaxSteps);
  EXPECT_TRUE(std::holds_alternative<SelectorFault>(parse_selector(steps + " p")));
  EXPECT_TRUE(std::holds_alternative<SelectorFault>(
      parse_selector("." + std::string(kMaxSelectorBytes, 'x'))));
}

}  // namespace
}  // namespace tamis::sites
