// SPDX-License-Identifier: Apache-2.0
#include "rules_from.h"
#include "sites/rule_body.h"
#include "toml/toml.h"

#include <gtest/gtest.h>

namespace tamis::sites {
namespace {

using test::fault_of;

constexpr const char* kHead = "version = 1\nhosts = ['news.example']\n";

TEST(RuleFile, ReadsEveryKey) {
  const SiteRule rule = read_rule(R"(version = 1
hosts = ["News.Example", "*.news.example"]
drop = [".promo"]
keep = [
  "article.main",
  "#content > p",
]
cut_after = "#end"
cut_before = "h1"
title = "h1"
date = "time"
author = [".by", "meta[name=author]"]

[[examples]]
html = "<p>a"
url = "https://news.example/1"
keeps = "a"
drops = ["b", "c"]
title = "T"

[[examples]]
file = "page.html"
date = "2024"
)",
                                  "some/x.toml", "sites/x.toml")
                            .rule;
  EXPECT_EQ(rule.path, "some/x.toml");
  EXPECT_EQ(rule.file, "sites/x.toml");
  EXPECT_EQ(rule.hosts, (std::vector<std::string>{"news.example", "*.news.example"}));
  std::string entries;
  for (const Entry& entry : rule.body->entries)
    entries += std::to_string(entry.line) + " " + kKeyNames[static_cast<std::size_t>(entry.key)] +
               " " + entry.text + "\n";
  EXPECT_EQ(entries,
            "3 drop .promo\n5 keep article.main\n6 keep #content > p\n8 cut_after #end\n"
            "9 cut_before h1\n10 title h1\n11 date time\n12 author .by\n"
            "12 author meta[name=author]\n");
  ASSERT_EQ(rule.examples.size(), 2U);
  EXPECT_EQ(rule.examples[0].line, 14U);
  EXPECT_EQ(rule.examples[0].html, "<p>a");
  EXPECT_EQ(rule.examples[0].keeps, (std::vector<std::string>{"a"}));
  EXPECT_EQ(rule.examples[0].drops, (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(rule.examples[0].title, "T");
  EXPECT_EQ(rule.examples[1].file, "page.html");
}

TEST(RuleFile, AFaultHasItsPlaceAndSaysWhatToDo) {
  const std::string head = kHead;
  const struct {
    std::string text, says;
  } cases[] = {
      {"", "x.toml:1:1: the version is missing"},
      {"version = 1", "x.toml:1:1: the hosts are missing"},
      {"hosts = [", "x.toml:1:"},
      {"version = 2\nhosts = ['a.example']", "x.toml:1:11: version 2 is of a later tamis"},
      {"version = 0", "x.toml:1:11: version must be 1"},
      {"version = '1'", "x.toml:1:11: version must be 1"},
      {head + "keeps = ['p']", "x.toml:3:1: there is no key keeps; did you mean keep?"},
      {head + "cut-after = ['p']", "did you mean cut_after?"},
      {head + "zzzzzzzzz = 1", "x.toml:3:1: there is no key zzzzzzzzz"},
      {head + "keep = 3", "x.toml:3:8: keep must be a string or an array of strings"},
      {head + "keep = ['p',\n 4]", "x.toml:4:2: each keep must be a string"},
      {head + "keep = ['p', 'div:hover']", "x.toml:3:14: pseudo-classes"},
      {"version = 1\nhosts = []", "x.toml:2:9: a rule without hosts"},
      {"version = 1\nhosts = ['http://a.example/']", "x.toml:2:10: 'http://a.example/' is a host"},
      {"version = 1\nhosts = ['a.*.example']", "only as the first label"},
      {"version = 1\nhosts = ['*']", "only as the first label"},
      {"version = 1\nhosts = ['a.example:80']", "without its port"},
      {"version = 1\nhosts = ['新闻.example']", "no host name"},
      {"version = 1\nhosts = ['a..example']", "no host name"},
      {"version = 1\nhosts = ['a.example', 'A.example']",
       "x.toml:2:23: a.example stands here twice"},
      {head + "examples = 1", "array of tables"},
      {head + "[[examples]]\nkeeps = 'a'", "x.toml:3:1: an example needs html or file"},
      {head + "[[examples]]\nhtml = 'a'", "x.toml:3:1: an example needs keeps, drops"},
      {head + "[[examples]]\nhtml = 'a'\nfile = 'b'\nkeeps = 'c'", "one of the two"},
      {head + "[[examples]]\nhtml = 'a'\nkeep = 'b'",
       "x.toml:5:1: there is no key keep in an example; did you mean keeps?"},
      {head + "[[examples]]\nhtml = 'a'\ndrops = ['']", "an empty text proves nothing"},
      {head + "keep = 'a'\nkeep = 'b'", "x.toml:4:"},
  };
  for (const auto& c : cases) {
    const std::string fault = fault_of(c.text);
    EXPECT_NE(fault.find(c.says), std::string::npos) << c.text << "\n-> " << fault;
  }
}

TEST(RuleFile, ACaretStandsBelowTheWrongByte) {
  EXPECT_EQ(fault_of(std::string(kHead) + "drop = 'div.promo:hover'"),
            "x.toml:3:8: pseudo-classes are not supported: selectors here have elements, .class, "
            "#id, [attribute], space and >\n"
            "    div.promo:hover\n"
            "             ^");
  // Two cells a Chinese character.
  const std::string fault = fault_of(std::string(kHead) + "drop = '.正文 , p'");
  EXPECT_NE(fault.find("\n    .正文 , p\n          ^"), std::string::npos) << fault;
}

TEST(RuleFile, HasLimits) {
  std::string many = std::string(kHead) + "keep = [";
  for (std::size_t n = 0; n <= kMaxSelectors; ++n) many += "'p', ";
  EXPECT_NE(fault_of(many + "]").find("too many selectors"), std::string::npos);
  std::string steps = std::string(kHead) + "keep = [";
  for (std::size_t n = 0; n < kMaxAllSteps / 8 + 1; ++n) steps += "'a b p i a b p i', ";
  EXPECT_NE(fault_of(steps + "]").find("too many selectors"), std::string::npos);
  EXPECT_NE(fault_of(std::string(config::kMaxFileBytes + 1, '#')).find("1 MiB"), std::string::npos);
}

}  // namespace
}  // namespace tamis::sites
