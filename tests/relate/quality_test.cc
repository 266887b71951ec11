// SPDX-License-Identifier: Apache-2.0
// The rules of compare() on real and made pairs, where the development data is there. The floors
// are a little under what was measured; they guard against a change for the worse.
#include "json/json.h"
#include "relate/made_articles.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

namespace tamis {
namespace {

struct Counts {
  int pairs = 0, duplicates = 0;
  double share() const { return pairs == 0 ? 0 : static_cast<double>(duplicates) / pairs; }
};

bool read_library(const std::string& path, Library& library,
                  std::map<std::string, std::uint32_t>& at) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto value = json::parse(line);
    if (!value) return false;
    const std::string id(value->text_at("id"));
    at[id] = library.add(id, std::string(value->text_at("text")));
  }
  return !at.empty();
}

std::map<std::string, Counts> by_label(const std::string& set) {
  const Canon canon(Rules::load(TAMIS_RULES_DIR));
  const std::string folder = std::string(TAMIS_SHARED_DIR) + "/bench/dedup/" + set;
  Library library;
  std::map<std::string, std::uint32_t> at;
  std::map<std::string, Counts> counts;
  if (!read_library(folder + "/docs.jsonl", library, at)) return counts;
  std::ifstream in(folder + "/pairs.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto pair = json::parse(line);
    if (!pair) continue;
    const std::uint32_t a = at[std::string(pair->text_at("a"))];
    const std::uint32_t b = at[std::string(pair->text_at("b"))];
    const Relation relation = compare(library.entries[a], library.texts[a], library.entries[b],
                                      library.texts[b], canon, RelateOptions{});
    Counts& of = counts[std::string(pair->text_at("label"))];
    ++of.pairs;
    of.duplicates +=
        relation.type != RelationType::kUnrelated && relation.type != RelationType::kSibling;
  }
  return counts;
}

TEST(Quality, RevisionsOfRealDigestsAreFoundAndTemplatesAreNot) {
  std::map<std::string, Counts> counts = by_label("dxy-digest-zh");
  if (counts.empty()) GTEST_SKIP() << "no ../shared/bench/dedup/dxy-digest-zh here";
  EXPECT_GE(counts["revision"].share(), .95);
  EXPECT_GE(counts["dup"].share(), .9);
  EXPECT_GE(counts["update"].share(), .5);
  EXPECT_LE(counts["no"].share(), .06);
}

TEST(Quality, OtherFiguresInOneTemplateAreNeverADuplicate) {
  std::map<std::string, Counts> counts = by_label("zh-synth-dxy");
  if (counts.empty()) GTEST_SKIP() << "no ../shared/bench/dedup/zh-synth-dxy here";
  EXPECT_EQ(counts["template-negative"].duplicates, 0);
  EXPECT_GE(counts["contained"].share(), .9);
}

}  // namespace
}  // namespace tamis
