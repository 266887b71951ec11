// SPDX-License-Identifier: Apache-2.0
#include "pipeline/keep.h"

#include <gtest/gtest.h>

namespace tamis::pipeline {
namespace {

Entry entry(const char* id, const char* date, std::uint32_t characters) {
  Entry entry;
  entry.id = id;
  entry.date = date;
  entry.characters = characters;
  return entry;
}

using Numbers = std::vector<std::uint32_t>;

TEST(Keep, ChoosesOneOfEachCluster) {
  const std::vector<Entry> entries = {entry("alone", "", 10), entry("b", "2020-01-05", 90),
                                      entry("c", "2020-01-03", 95), entry("d", "", 80)};
  Cluster cluster;
  cluster.keeper = 1;
  cluster.members.resize(2);
  cluster.members[0].entry = 2;
  cluster.members[1].entry = 3;
  EXPECT_EQ(kept_entries(entries, {cluster}, Keep::kAll), (Numbers{0, 1, 2, 3}));
  EXPECT_EQ(kept_entries(entries, {cluster}, Keep::kKeepers), (Numbers{0, 1}));
  EXPECT_EQ(kept_entries(entries, {cluster}, Keep::kEarliest), (Numbers{0, 2}));
  EXPECT_EQ(kept_entries(entries, {cluster}, Keep::kLongest), (Numbers{0, 2}));
}

TEST(Keep, TheKeeperStaysAmongEquals) {
  const std::vector<Entry> entries = {entry("a", "", 10), entry("b", "", 10)};
  Cluster cluster;
  cluster.keeper = 1;
  cluster.members.resize(1);
  cluster.members[0].entry = 0;
  for (const Keep keep : {Keep::kKeepers, Keep::kEarliest, Keep::kLongest}) {
    EXPECT_EQ(kept_entries(entries, {cluster}, keep), Numbers{1});
  }
}

}  // namespace
}  // namespace tamis::pipeline
