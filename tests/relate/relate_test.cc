// SPDX-License-Identifier: Apache-2.0
#include "tamis/relate.h"

#include "relate/made_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tamis {
namespace {

// Originals, and of every tenth a family: the same text, typos, a header, a half, other figures.
Library planted(unsigned originals) {
  Dice dice(11);
  Library library;
  for (unsigned i = 0; i < originals; ++i) {
    const std::string text = made_article(dice, 12 + dice.below(20));
    const std::string id = std::to_string(1000 + i);
    const std::string day = "2023-01-" + std::to_string(10 + i % 20);
    library.add(id, text, day, "s" + std::to_string(i % 5) + ".example");
    if (i % 10 != 0) continue;
    library.add(id + "-same", "　" + text, day + "T12:00", "copy.example");
    library.add(id + "-typos", with_typos(text, dice, 50), "", "typo.example");
    library.add(id + "-framed", made_words(dice, 60) + text + made_words(dice, 40), day);
    library.add(id + "-half", text.substr(0, text.find("。", text.size() / 2)), day);
    library.add(id + "-sibling", with_other_figures(text, dice), day);
  }
  return library;
}

Library shuffled(const Library& library, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<std::uint32_t> order(library.entries.size());
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[dice.below(static_cast<unsigned>(i))]);
  }
  Library out;
  for (const std::uint32_t i : order) {
    out.entries.push_back(library.entries[i]);
    out.texts.push_back(library.texts[i]);
  }
  return out;
}

TEST(Relate, FindsPlantedFamiliesAndNothingElse) {
  const Library library = planted(200);
  RelateOptions options;
  options.siblings = true;
  const Relations relations = library.relate(options);
  const auto family = [&](std::uint32_t i) { return library.entries[i].id.substr(0, 4); };
  for (const Relation& relation : relations.pairs) {
    EXPECT_EQ(family(relation.a), family(relation.b));
    const bool sibling = library.entries[relation.a].id.ends_with("-sibling") !=
                         library.entries[relation.b].id.ends_with("-sibling");
    EXPECT_EQ(relation.type == RelationType::kSibling, sibling)
        << library.entries[relation.a].id << " " << library.entries[relation.b].id;
  }
  ASSERT_EQ(relations.clusters.size(), 20u);
  for (const Cluster& cluster : relations.clusters) {
    EXPECT_TRUE(library.entries[cluster.keeper].id.ends_with("-framed")) << "the fullest text";
    EXPECT_EQ(cluster.members.size(), 4u) << library.entries[cluster.keeper].id;
    EXPECT_EQ(cluster.earliest, family(cluster.keeper));
  }
}

TEST(Relate, SaysTheSameWhateverTheOrderOfThePages) {
  const Library library = planted(120);
  const std::string expected = written(library.relate(), library.entries);
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const Library other = shuffled(library, seed);
    EXPECT_EQ(written(other.relate(), other.entries), expected) << seed;
  }
}

TEST(Relate, KeepsClusterIdsWhenPagesAreAdded) {
  Library library = planted(50);
  const Relations before = library.relate();
  Dice dice(99);
  for (int i = 0; i < 40; ++i) library.add("0-new" + std::to_string(i), made_article(dice, 20));
  const Relations after = library.relate();
  ASSERT_EQ(before.clusters.size(), after.clusters.size());
  for (std::size_t i = 0; i < before.clusters.size(); ++i) {
    EXPECT_EQ(before.clusters[i].id, after.clusters[i].id);
  }
}

TEST(Relate, TiesAThousandCopiesToOneKeeper) {
  Dice dice(12);
  const std::string text = made_article(dice, 15);
  Library library;
  for (int i = 0; i < 1000; ++i) {
    library.add(std::to_string(10000 + i), text, i == 700 ? "2023-01-01" : "2023-01-02");
  }
  const Relations relations = library.relate();
  EXPECT_EQ(relations.pairs.size(), 999u) << "a star, not half a million pairs";
  EXPECT_EQ(relations.candidates, 0u) << "no text was read";
  ASSERT_EQ(relations.clusters.size(), 1u);
  EXPECT_EQ(library.entries[relations.clusters[0].keeper].id, "10700") << "the earliest";
  EXPECT_EQ(relations.clusters[0].members.size(), 999u);
  EXPECT_EQ(relations.clusters[0].earliest, "10700");
}

TEST(Relate, TiesAThousandEditedCopiesToOneKeeper) {
  Dice dice(13);
  const std::string text = made_article(dice, 30);
  Library library;
  library.add("0", text + "全文完");
  for (int i = 0; i < 1000; ++i) {
    std::string copy = text;  // one character of its own
    const std::size_t at = 3 * (2 + dice.below(10));
    copy.replace(at, 3, made_words(dice, 1));
    library.add(std::to_string(10000 + i), copy);
  }
  const Relations relations = library.relate();
  ASSERT_EQ(relations.clusters.size(), 1u);
  EXPECT_EQ(relations.clusters[0].members.size(), 1000u);
  EXPECT_EQ(library.entries[relations.clusters[0].keeper].id, "0");
  EXPECT_LT(relations.candidates, 1000u * 200);
}

TEST(Relate, MatchesShortTextsOnlyWhenTheyAreTheSame) {
  Library library;
  library.add("1", "今日要闻一览");
  library.add("2", "今日要闻一览");
  library.add("3", "今日要闻一览表");
  library.add("4", "");
  library.add("5", " 。");
  const Relations relations = library.relate();
  ASSERT_EQ(relations.pairs.size(), 1u);
  EXPECT_EQ(relations.pairs[0].type, RelationType::kExact);
  EXPECT_EQ(library.entries[relations.pairs[0].a].id, "2");
}

TEST(Relate, OfNoPagesIsNothing) {
  const Relations relations = Library{}.relate();
  EXPECT_TRUE(relations.pairs.empty());
  EXPECT_TRUE(relations.clusters.empty());
}

TEST(Relate, DoesNotChainWhatIsOnlyLikeItsNeighbour) {
  Dice dice(14);
  std::string text = made_article(dice, 30);
  Library library;
  library.add("10", text);
  for (int i = 11; i < 26; ++i) {  // each is near the one before; the last is far from the first
    text = with_typos(text, dice, static_cast<unsigned>(i) + 7);
    library.add(std::to_string(i), text);
  }
  const Relations relations = library.relate();
  EXPECT_GT(relations.clusters.size(), 1u);
  for (const Cluster& cluster : relations.clusters) {
    for (const ClusterMember& member : cluster.members) {
      const Relation relation =
          compare(library.entries[member.entry], library.texts[member.entry],
                  library.entries[cluster.keeper], library.texts[cluster.keeper], Canon(), {});
      EXPECT_TRUE(is_duplicate(relation, {}));
      EXPECT_EQ(relation.type, member.type);
    }
  }
}

TEST(Relate, CountsSiblingsAndListsThemOnRequestOnly) {
  const Library library = planted(20);
  const Relations without = library.relate();
  RelateOptions options;
  options.siblings = true;
  const Relations with = library.relate(options);
  EXPECT_GT(without.siblings, 0u);
  EXPECT_EQ(with.siblings, without.siblings);
  EXPECT_EQ(with.pairs.size(), without.pairs.size() + without.siblings);
}

// An item without figures stands in every bulletin of the form; it is the earliest one's.
TEST(Relate, GivesAnItemToTheEarliestOfSiblings) {
  Dice dice(77);
  const std::string lead = made_words(dice, 40) + "。", text = lead + made_article(dice, 20);
  Library library;
  library.add("first", text, "2023-01-10");
  library.add("later", with_other_figures(text, dice), "2023-01-11");
  std::string list = "1、" + lead;
  for (int i = 2; i <= 6; ++i)
    list += "\n" + std::to_string(i) + "、" + made_words(dice, 40) + "。";
  library.add("list", list, "2023-01-12");
  std::vector<std::string> of;
  for (const Relation& relation : library.relate().pairs) {
    if (relation.type == RelationType::kRoundupOf) of.push_back(library.entries[relation.b].id);
  }
  EXPECT_EQ(of, std::vector<std::string>{"first"});
}

TEST(Relate, AcceptsRepeatedIds) {
  Dice dice(15);
  const std::string text = made_article(dice, 10);
  Library library;
  for (int i = 0; i < 5; ++i) library.add("same", i % 2 == 0 ? text : with_typos(text, dice, 70));
  const Relations relations = library.relate();
  ASSERT_EQ(relations.clusters.size(), 1u);
  EXPECT_EQ(relations.clusters[0].members.size(), 4u);
}

TEST(Relate, SurvivesHostileTexts) {
  Library library;
  std::string ones, sentence;
  for (int i = 0; i < 300000; ++i) ones += "啊";
  for (int i = 0; i < 2000; ++i) sentence += "同一句话说了又说，";
  for (int i = 0; i < 20; ++i) {
    const std::string id = std::to_string(i);
    library.add(id + "a", ones + std::string(static_cast<std::size_t>(i), 'x'));
    library.add(id + "b", sentence + id);
    library.add(id + "c", std::string(1000, '\xE4'));
    library.add(id + "d", std::string(1000, '\0') + id);
  }
  const std::string expected = written(library.relate(), library.entries);
  EXPECT_FALSE(expected.empty());
}

// What the caller has made of the texts already need not be made again, wherever it is.
TEST(Relate, SaysTheSameOfLettersAndHashesThatAreKeptElsewhere) {
  const Library library = families(40, 41);
  const std::string expected = written(library.relate(), library.entries);
  std::vector<Entry> bare = library.entries;
  Texts texts = library.bodies();
  const Canon canon;
  texts.letters = [&](std::uint32_t i) { return canon.letters(library.texts[i]); };
  texts.minima = [&](std::uint32_t i) { return library.entries[i].print.minima; };
  for (Entry& entry : bare) {
    entry.print.minima.clear();
    entry.may_collect = may_collect(library.texts[static_cast<std::size_t>(&entry - bare.data())]);
  }
  EXPECT_EQ(written(tamis::relate(bare, texts, canon, {}), bare), expected);
}

}  // namespace
}  // namespace tamis
