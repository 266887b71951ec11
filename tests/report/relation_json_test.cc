// SPDX-License-Identifier: Apache-2.0
#include "tamis/report.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

std::vector<Entry> entries_of(std::initializer_list<const char*> ids) {
  std::vector<Entry> entries;
  for (const char* id : ids) {
    entries.emplace_back();
    entries.back().id = id;
  }
  return entries;
}

TEST(RelationJson, HasTheContractsKeysInOrder) {
  Relation relation;
  relation.type = RelationType::kRevision;
  relation.a = 1;
  relation.b = 0;
  relation.score = 2.0 / 3;
  relation.evidence.shared = 20;
  relation.evidence.only_a = 10;
  relation.evidence.only_b = 4;
  relation.evidence.agree = {"12例"};
  relation.evidence.differ = {"940例|945例", "|3月"};
  EXPECT_EQ(relation_json(relation, entries_of({"甲/1.html", "b"})),
            R"({"type":"revision","a":"b","b":"甲/1.html","score":0.6667,)"
            R"("evidence":{"shared":20,"only_a":10,"only_b":4,)"
            R"("facts":{"agree":["12例"],"differ":["940例|945例","|3月"]}}})");
}

TEST(ClusterJson, HasTheContractsKeysInOrder) {
  Cluster cluster;
  cluster.id = "0123";
  cluster.keeper = 2;
  cluster.members = {{0, RelationType::kExact, 1}, {1, RelationType::kExcerpt, .98765}};
  EXPECT_EQ(cluster_json(cluster, entries_of({"a", "b", "c"})),
            R"({"id":"0123","keeper":"c","members":[{"id":"a","type":"exact","score":1},)"
            R"({"id":"b","type":"excerpt","score":0.9877}]})");
  cluster.members.clear();
  cluster.earliest = "a";
  cluster.sites = {"x.example", "y.example"};
  EXPECT_EQ(cluster_json(cluster, entries_of({"a", "b", "c"})),
            R"({"id":"0123","keeper":"c","members":[],"earliest":"a",)"
            R"("sites":["x.example","y.example"]})");
}

}  // namespace
}  // namespace tamis
