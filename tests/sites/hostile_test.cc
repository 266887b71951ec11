// SPDX-License-Identifier: Apache-2.0
// Selectors, files and pages that nobody means well with.
#include "rules_from.h"
#include "sites/matcher.h"

#include <gtest/gtest.h>

#include <random>

namespace tamis::sites {
namespace {

using namespace std::string_view_literals;

// Engines of the standard give the same numbers everywhere; its distributions do not.
std::size_t pick(std::mt19937& random, std::size_t below) {
  return random() % below;
}

std::string random_text(std::mt19937& random, std::string_view alphabet, std::size_t most) {
  std::string out;
  for (std::size_t n = pick(random, most + 1); n > 0; --n)
    out += alphabet[pick(random, alphabet.size())];
  return out;
}

TEST(HostileSelector, AnyBytesAreASelectorOrAFaultInside) {
  std::mt19937 random(1);
  std::size_t good = 0;
  for (int n = 0; n < 50'000; ++n) {
    const std::string text = random_text(random, "pab.#[]='\"^>* \\1f,:+~\t\n\xE6\xAD\xA3\0"sv, 24);
    const auto parsed = parse_selector(text);
    if (const auto* fault = std::get_if<SelectorFault>(&parsed)) {
      EXPECT_LE(fault->at, text.size());
      EXPECT_FALSE(fault->message.empty());
    } else {
      ++good;
      EXPECT_FALSE(std::get<Selector>(parsed).empty());
    }
  }
  EXPECT_GT(good, 100U);
}

TEST(HostileFile, AnyBytesAreARuleOrAFailure) {
  std::mt19937 random(2);
  const std::string good =
      "version = 1\nhosts = ['a.example']\nkeep = ['p', \"#a > b\"]\n[[examples]]\nhtml = "
      "'''x'''\n";
  for (int n = 0; n < 3000; ++n) {
    std::string text = good;
    for (std::size_t edits = 1 + pick(random, 4); edits > 0; --edits) {
      const std::size_t at = pick(random, text.size());
      if (pick(random, 2) == 0) {
        text.erase(at, 1 + pick(random, 5));
      } else {
        text.insert(at, random_text(random, "[]{}='\"\n#.,\\u\x80\x01", 3));
      }
      if (text.empty()) text = "x";
    }
    const std::string fault = test::fault_of(text);  // anything but Failure ends the test
    if (!fault.empty()) {
      EXPECT_TRUE(fault.starts_with("x.toml:")) << fault;
    }
  }
  EXPECT_FALSE(test::fault_of("x = " + std::string(100'000, '[')).empty());
  EXPECT_FALSE(test::fault_of("x = " + std::string(100'000, '{')).empty());
}

// The definition of a match, with all the going back that Matcher saves.
bool matches(const Tree& tree, NodeId node, const Selector& selector, std::size_t step) {
  const Compound& compound = selector[step];
  if (compound.tag && tree.nodes[node].tag != *compound.tag) return false;
  const std::string classes = " " + std::string(tree.attribute(node, AttributeName::kClass)) + " ";
  for (const std::string& name : compound.classes)
    if (classes.find(" " + name + " ") == std::string::npos) return false;
  if (step == 0) return true;
  for (NodeId up = tree.nodes[node].parent; up != kNoNode; up = tree.nodes[up].parent) {
    if (matches(tree, up, selector, step - 1)) return true;
    if (compound.child) return false;
  }
  return false;
}

TEST(HostileMatcher, AgreesWithTheDefinitionOnRandomTrees) {
  std::mt19937 random(3);
  const std::string_view tags[] = {"div", "section", "article"};
  const std::string_view classes[] = {"a", "b", "a b", "", "ab"};
  std::size_t found = 0;
  for (int n = 0; n < 300; ++n) {
    std::string html = "<body>";
    for (int e = 0; e < 40; ++e) {
      const std::string tag(tags[pick(random, 3)]);
      if (pick(random, 3) > 0) {
        html += "<" + tag + " class='" + std::string(classes[pick(random, 5)]) + "'>t";
      } else {
        html += "</" + tag + ">";
      }
    }
    std::string text;
    for (std::size_t step = 1 + pick(random, 4); step > 0; --step) {
      constexpr std::string_view kCompounds[] = {"div", ".a", "*", ".b.a", "section.b", "article"};
      text += std::string(kCompounds[pick(random, 6)]);
      if (step > 1) text += pick(random, 2) == 0 ? " > " : " ";
    }
    const Tree tree = *parse(html, {});
    const Selector selector = std::get<Selector>(parse_selector(text));
    std::vector<NodeId> expected;
    for (NodeId node = 0; node < tree.nodes.size(); ++node)
      if (!tree.is_text(node) && matches(tree, node, selector, selector.size() - 1))
        expected.push_back(node);
    EXPECT_EQ(Matcher({selector}).match(tree).at(0), expected) << text << "\n" << html;
    found += expected.size();
  }
  EXPECT_GT(found, 500U);
}

TEST(HostileMatcher, DeepTreesAndManyStepsTakeTimeInProportion) {
  std::string html = "<body>";
  for (int n = 0; n < 900; ++n) html += "<div class='a a a'>";
  for (int n = 0; n < 3000; ++n) html += "<p class=a>t</p>";
  const Tree tree = *parse(html, {});
  std::string text = "div";
  for (std::size_t n = 2; n < kMaxSteps; ++n) text += " .a";
  const Selector selector = std::get<Selector>(parse_selector(text + " h1"));
  const auto found = Matcher(std::vector<Selector>(30, selector)).match(tree);
  EXPECT_TRUE(found.at(29).empty());  // going back over 900 ancestors 16 times would not end
}

TEST(HostileMatcher, AMillionClassesOfOneElementAreReadOnce) {
  std::string html = "<body><div class='";
  for (int n = 0; n < 300'000; ++n) html += "a b ";
  const Tree tree = *parse(html + "'><p>t</p></div>", {});
  const Selector selector = std::get<Selector>(parse_selector(".a.b > p"));
  EXPECT_EQ(Matcher({selector}).match(tree).at(0).size(), 1U);
}

TEST(HostilePage, NestedMatchesAreWalkedOnce) {
  std::string html = "<body>";
  for (int n = 0; n < 900; ++n) html += "<div>";
  for (int n = 0; n < 20'000; ++n) html += "<p>t</p>";
  const Tree tree = *parse(html, {});
  const Blocks blocks = segment(tree);
  const SiteReading reading = read_site(
      test::rule_of("keep = '*'\ndrop = 'div *'\ncut_after = '*'\nauthor = '*'\n"), tree, blocks);
  EXPECT_EQ(reading.verdicts.size(), 20'000U);
  EXPECT_EQ(reading.uses.at(1).blocks, 20'000U);
}

}  // namespace
}  // namespace tamis::sites
