// SPDX-License-Identifier: Apache-2.0
#include "base/columns.h"
#include "tamis/report.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

Entry entry_of(const std::string& id, const std::string& title) {
  Entry entry;
  entry.id = id;
  entry.title = title;
  return entry;
}

Relations three_pages() {
  Relations relations;
  relations.candidates = 1200;
  relations.verified = 2;
  relations.siblings = 7;
  relations.pairs.resize(2);
  relations.pairs[0].type = RelationType::kExact;
  relations.pairs[1].type = RelationType::kExcerpt;
  Cluster cluster;
  cluster.id = "00";
  cluster.keeper = 0;
  cluster.members = {{1, RelationType::kExact, 1}, {2, RelationType::kExcerpt, .974}};
  cluster.earliest = "b.example/2.html";
  cluster.sites = {"a.example", "b.example"};
  relations.clusters = {cluster};
  return relations;
}

TEST(DuplicatesReport, ReadsWell) {
  const std::vector<Entry> entries = {
      entry_of("a.example/1.html", "中国首个CAR-T疗法获批上市"),
      entry_of("b.example/2.html", "转载"),
      entry_of("news/a-very-long-folder-name/2023/01/09/article-12345.html", "")};
  EXPECT_EQ(duplicates_report(three_pages(), entries, 10),
            "3 pages, 1,200 pairs compared by text, 2 related:\n"
            "  exact               1  the same text, white space and punctuation apart\n"
            "  excerpt             1  one is a part of the other\n"
            "  sibling             7  one template, other figures: not duplicates\n"
            "\n"
            "1 cluster: 2 pages repeat another, which is kept.\n"
            "\n"
            "3 pages on 2 sites, the earliest b.example/2.html\n"
            "  keep             a.example/1.html                        "
            "中国首个CAR-T疗法获批上市\n"
            "  exact      1.00  b.example/2.html                        转载\n"
            "  excerpt    0.97  …er-name/2023/01/09/article-12345.html\n");
}

TEST(DuplicatesReport, OfNothingSaysSo) {
  EXPECT_EQ(duplicates_report({}, {}, 10),
            "0 pages, 0 pairs compared by text, 0 related:\n\nNo duplicates.\n");
}

TEST(DuplicatesReport, KeepsToItsWidthAndToItsMostClusters) {
  std::vector<Entry> entries;
  Relations relations;
  for (std::uint32_t c = 0; c < 30; ++c) {
    Cluster cluster;
    cluster.keeper = c * 20;
    cluster.earliest = std::string(300, 'e');
    for (std::uint32_t m = 0; m < 20; ++m) {
      std::string id, title;
      for (int i = 0; i < 40; ++i) id += "目录/", title += "很长的标题\t\x1b[31m";
      entries.push_back(entry_of(id, title));
      if (m > 0) cluster.members.push_back({c * 20 + m, RelationType::kNear, .5});
    }
    relations.clusters.push_back(cluster);
  }
  const std::string text = duplicates_report(relations, entries, 3);
  EXPECT_NE(text.find("30 clusters: 570 pages repeat another, which is kept. The largest 3:"),
            std::string::npos);
  EXPECT_NE(text.find("  and 11 more\n"), std::string::npos);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = text.find('\n', at);
    EXPECT_LE(base::width_of(text.substr(at, end - at)), base::kLineWidth)
        << text.substr(at, end - at);
  }
}

}  // namespace
}  // namespace tamis
