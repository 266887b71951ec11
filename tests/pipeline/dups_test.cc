// SPDX-License-Identifier: Apache-2.0
#include "pages.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <string>
#include <vector>

namespace tamis {
namespace {

using test::Scratch;

class Dups : public testing::Test {
 protected:
  // Twenty pages of which 3, 23 and 43 tell the same story.
  void SetUp() override {
    for (int n = 0; n < 20; ++n) page(n, n);
    page(23, 3);
    page(43, 3);
    options_.temporary = scratch_.path();
  }
  void page(int name, int story) {
    scratch_.write("crawl/" + std::to_string(name) + ".html", long_story(story));
  }
  // Bodies that share no sentence between stories.
  static std::string long_story(int n) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      text += "<p>";
      for (int k = 0; k < 40; ++k) {
        const int character = 0x4e00 + (n * 7919 + i * 613 + k * 97 + n * i * k) % 5000;
        text += static_cast<char>(0xe0 | character >> 12);
        text += static_cast<char>(0x80 | (character >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (character & 0x3f));
      }
      text += "。</p>";
    }
    return "<html><head><meta charset=utf-8><title>题目" + std::to_string(n) +
           "</title></head><body><div class=article>" + text + "</div></body></html>";
  }
  static std::string escaped(const std::string& html) {
    std::string out;
    for (const char c : html) out += c == '"' ? "'" : std::string(1, c);
    return out;
  }
  DupsResult run(const std::string& out, const std::string& input) {
    return dups(out.empty() ? out : scratch_.path(out), {scratch_.path(input)}, test::rules(),
                options_, {});
  }
  static void expect_one_cluster(const DupsResult& result) {
    ASSERT_TRUE(result.clean.finished);
    EXPECT_EQ(result.entries.size(), 22u);
    ASSERT_EQ(result.relations.clusters.size(), 1u);
    const Cluster& cluster = result.relations.clusters[0];
    std::set<std::string> ids = {result.entries[cluster.keeper].id};
    for (const ClusterMember& member : cluster.members) ids.insert(result.entries[member.entry].id);
    EXPECT_EQ(ids, (std::set<std::string>{"3.html", "23.html", "43.html"}));
  }

  Scratch scratch_;
  DupsOptions options_;
};

TEST_F(Dups, FindsThemInACrawlAndWritesNothing) {
  expect_one_cluster(run("", "crawl"));
  EXPECT_EQ(scratch_.names(), std::vector<std::string>{"crawl"});
}

TEST_F(Dups, WritesWhatCleanWritesAndTheRelations) {
  expect_one_cluster(run("out", "crawl"));
  EXPECT_EQ(scratch_.names("out"),
            (std::vector<std::string>{"articles.jsonl", "clusters.jsonl", "memory",
                                      "relations.jsonl", "summary.json"}));
  clean_to(scratch_.path("cleaned"), {scratch_.path("crawl")}, test::rules(), {}, {});
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), scratch_.read("cleaned/articles.jsonl"));
  EXPECT_EQ(scratch_.read("out/summary.json"), scratch_.read("cleaned/summary.json"));
}

TEST_F(Dups, TakesWhatCleanWroteAsItIs) {
  clean_to(scratch_.path("cleaned"), {scratch_.path("crawl")}, test::rules(), {}, {});
  run("from-crawl", "crawl");
  expect_one_cluster(run("", "cleaned"));
  expect_one_cluster(run("from-cleaned", "cleaned"));
  for (const char* name : {"articles.jsonl", "relations.jsonl", "clusters.jsonl"}) {
    const std::string file = std::string("/") + name;
    EXPECT_EQ(scratch_.read("from-cleaned" + file), scratch_.read("from-crawl" + file)) << name;
  }
}

TEST_F(Dups, AddsToTheFolderItReads) {
  clean_to(scratch_.path("cleaned"), {scratch_.path("crawl")}, test::rules(), {}, {});
  const std::string articles = scratch_.read("cleaned/articles.jsonl");
  const std::string summary = scratch_.read("cleaned/summary.json");
  expect_one_cluster(run("cleaned", "cleaned"));
  EXPECT_EQ(scratch_.read("cleaned/articles.jsonl"), articles);
  EXPECT_EQ(scratch_.read("cleaned/summary.json"), summary);
  EXPECT_EQ(scratch_.names("cleaned").size(), 5u);
}

TEST_F(Dups, KeepsOneArticleOfEachCluster) {
  options_.keep = Keep::kKeepers;
  const DupsResult result = run("out", "crawl");
  EXPECT_EQ(result.kept, 20u);
  const std::string all = scratch_.read("out/articles.jsonl");
  const std::string kept = scratch_.read("out/deduplicated.jsonl");
  EXPECT_EQ(std::count(kept.begin(), kept.end(), '\n'), 20);
  for (std::size_t at = 0; at < kept.size(); at = kept.find('\n', at) + 1) {
    EXPECT_NE(all.find(kept.substr(at, kept.find('\n', at) + 1 - at)), std::string::npos);
  }
  // Equal texts without dates: the lowest id is the keeper.
  EXPECT_NE(kept.find("\"id\":\"23.html\""), std::string::npos);
  EXPECT_EQ(kept.find("\"id\":\"43.html\""), std::string::npos);
  EXPECT_EQ(kept.find("\"id\":\"3.html\""), std::string::npos);
}

TEST_F(Dups, WithoutKeepNoOlderListOfKeptArticlesIsLeft) {
  options_.keep = Keep::kKeepers;
  run("out", "crawl");
  ASSERT_TRUE(scratch_.has("out/deduplicated.jsonl"));
  options_.keep = Keep::kAll;
  run("out", "out");
  EXPECT_FALSE(scratch_.has("out/deduplicated.jsonl"));
}

TEST_F(Dups, ADryRunCountsWhatStaysAndWritesNothing) {
  options_.keep = Keep::kEarliest;
  EXPECT_EQ(run("", "crawl").kept, 20u);
  EXPECT_EQ(scratch_.names(), std::vector<std::string>{"crawl"});
}

TEST_F(Dups, TheOrderOfTheInputsChangesNoRelation) {
  scratch_.write("one.jsonl", "");
  std::vector<std::string> lines;
  for (int n = 0; n < 12; ++n) {
    lines.push_back("{\"id\":\"" + std::to_string(n) + "\",\"html\":" + "\"" +
                    escaped(long_story(n % 9)) + "\"}\n");
  }
  const auto write = [&](const char* name) {
    std::string all;
    for (const std::string& line : lines) all += line;
    scratch_.write(name, all);
  };
  write("one.jsonl");
  std::reverse(lines.begin(), lines.end());
  std::swap(lines[2], lines[7]);
  write("two.jsonl");
  run("one", "one.jsonl");
  run("two", "two.jsonl");
  EXPECT_NE(scratch_.read("one/relations.jsonl"), "");
  for (const char* name : {"relations.jsonl", "clusters.jsonl"}) {
    EXPECT_EQ(scratch_.read(std::string("one/") + name), scratch_.read(std::string("two/") + name));
  }
}

TEST_F(Dups, TheNumberOfThreadsChangesNoByte) {
  run("one", "crawl");
  options_.clean.threads = 3;
  run("three", "crawl");
  EXPECT_EQ(scratch_.names("one/memory"), scratch_.names("three/memory"));
  for (const std::string& name : scratch_.names("one")) {
    if (name == "memory") continue;  // its names tell its bytes
    EXPECT_EQ(scratch_.read("one/" + name), scratch_.read("three/" + name)) << name;
  }
}

TEST_F(Dups, AStoppedRunGoesOn) {
  run("whole", "crawl");
  std::atomic<bool> stop{false};
  Watcher watcher;
  watcher.stop = &stop;
  watcher.progress = [&](const Progress& now) { stop = now.pages >= 7; };
  const DupsResult stopped =
      dups(scratch_.path("out"), {scratch_.path("crawl")}, test::rules(), options_, watcher);
  EXPECT_FALSE(stopped.clean.finished);
  EXPECT_TRUE(stopped.entries.empty());
  EXPECT_FALSE(scratch_.has("out/relations.jsonl"));
  EXPECT_EQ(run("out", "crawl").clean.resumed_at, 7u);
  EXPECT_EQ(scratch_.names("out"), scratch_.names("whole"));
  EXPECT_EQ(scratch_.names("out/memory"), scratch_.names("whole/memory"));
  for (const std::string& name : scratch_.names("whole")) {
    if (name == "memory") continue;
    EXPECT_EQ(scratch_.read("out/" + name), scratch_.read("whole/" + name)) << name;
  }
}

TEST_F(Dups, WriteTheSameInLittleMemory) {
  const DupsResult all = run("all", "crawl");
  options_.relate.memory = 1;
  const DupsResult little = run("little", "crawl");
  expect_one_cluster(little);
  for (const char* name : {"/relations.jsonl", "/clusters.jsonl"}) {
    const std::string written = scratch_.read("all" + std::string(name));
    EXPECT_FALSE(written.empty()) << name;
    EXPECT_EQ(scratch_.read("little" + std::string(name)), written) << name;
  }
  EXPECT_EQ(little.relations.candidates, all.relations.candidates);
  for (const std::string& name : scratch_.names())
    EXPECT_FALSE(name.starts_with("tamis-")) << "a file is left: " << name;
}

}  // namespace
}  // namespace tamis
