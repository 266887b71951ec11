// SPDX-License-Identifier: Apache-2.0
// Runs that go on from what earlier ones have seen.
#include "memory/crawl.h"
#include "pages.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tamis {
namespace {

using test::Scratch;

const std::string kCherries =
    "河堤上的樱花开了，每天有几千人前来观赏，交警在各个路口值守到很晚。\n"
    "园林部门提醒，花期还有十天左右，请不要攀折树枝，也不要踩踏草坪。";
const std::string kMarket =
    "老城的菜市场昨天搬进新楼，一百二十个摊位全部开张，停车场可以停三百辆车。\n"
    "摊主们说，新市场的租金三年不变，冷库和检测室都是免费使用的。";

class MemoryRun : public testing::Test {
 protected:
  void SetUp() override {
    pages_["a.example/library.txt"] = test::kLibrary + "\n" + test::kLibraryRest + "\n";
    pages_["b.example/tram.txt"] = test::kTram + "\n" + test::kTramRest + "\n";
    const std::string teaser = test::kLibrary.substr(0, 3 * 30);
    pages_["c.example/cherries.txt"] = kCherries + "\n" + teaser + "\n";
    pages_["c.example/wall.txt"] =
        test::kFerry + "\n" + test::kFerryRest + "\n" + teaser + "\n" + tram_teaser() + "\n";
  }

  static std::string tram_teaser() { return test::kTram.substr(0, 3 * 25); }

  void write_page(const std::string& id) const { scratch_.write("crawl/" + id, pages_.at(id)); }
  void write_pages() const {
    for (const auto& [id, text] : pages_) write_page(id);
  }

  CleanToResult run(const std::string& out, const std::string& input = "crawl") const {
    return clean_to(scratch_.path(out), {scratch_.path(input)}, test::rules(), options_, {});
  }

  std::map<std::string, Article> articles(const std::string& out) const {
    std::map<std::string, Article> found;
    const std::string all = scratch_.read(out + "/articles.jsonl");
    for (std::size_t at = 0; at < all.size(); at = all.find('\n', at) + 1) {
      Result<Article> article = article_from_json(all.substr(at, all.find('\n', at) - at));
      EXPECT_TRUE(article);
      if (article) found[article->id] = *article;
    }
    return found;
  }

  std::vector<std::string> named(const std::string& out, const std::string& id) const {
    std::vector<std::string> pages;
    const std::map<std::string, Article> found = articles(out);
    for (const Digest& digest : found.at(id).digests) pages.push_back(digest.of);
    return pages;
  }

  void expect_same(const std::string& one, const std::string& other) const {
    ASSERT_EQ(scratch_.names(one), scratch_.names(other));
    for (const std::string& name : scratch_.names(one)) {
      if (name == "memory") continue;
      EXPECT_EQ(scratch_.read(one + "/" + name), scratch_.read(other + "/" + name));
    }
    EXPECT_EQ(scratch_.names(one + "/memory"), scratch_.names(other + "/memory"));
    EXPECT_EQ(scratch_.read(one + "/memory/header.json"),
              scratch_.read(other + "/memory/header.json"));
  }

  std::string failure_of(const std::string& out) const {
    try {
      run(out);
    } catch (const Failure& failure) {
      return std::string(failure.what()) + " | " + failure.remedy();
    }
    return "";
  }

  Scratch scratch_;
  CleanOptions options_;
  std::map<std::string, std::string> pages_;
};

TEST_F(MemoryRun, ATeaserOfAnotherPageIsADigestOfIt) {
  write_pages();
  run("out");
  EXPECT_EQ(named("out", "c.example/wall.txt"),
            (std::vector<std::string>{"a.example/library.txt", "b.example/tram.txt"}));
  const Article wall = articles("out")["c.example/wall.txt"];
  EXPECT_EQ(wall.text.find(test::kLibrary.substr(0, 30)), std::string::npos);
  EXPECT_NE(wall.text.find(test::kFerryRest), std::string::npos);
  ASSERT_EQ(wall.digests.size(), 2U);
  EXPECT_EQ(wall.digests[0].group.pages, 2U);
  options_.memory = false;
  run("plain");
  EXPECT_NE(articles("plain")["c.example/wall.txt"].text.find(tram_teaser()), std::string::npos);
}

TEST_F(MemoryRun, GrownInTwoStepsIsWhatOneRunGives) {
  write_page("c.example/wall.txt");
  write_page("b.example/tram.txt");
  run("grown");
  EXPECT_EQ(named("grown", "c.example/wall.txt"), std::vector<std::string>{"b.example/tram.txt"});
  write_pages();
  run("grown");
  run("whole");
  expect_same("grown", "whole");
  run("grown");  // nothing is new
  expect_same("grown", "whole");
}

TEST_F(MemoryRun, AChangedPageCountsAsItIsNow) {
  write_pages();
  scratch_.write("crawl/a.example/library.txt", kMarket + "\n");
  run("grown");
  EXPECT_EQ(named("grown", "c.example/wall.txt"), std::vector<std::string>{"b.example/tram.txt"});
  write_pages();
  run("grown");
  run("whole");
  expect_same("grown", "whole");
}

TEST_F(MemoryRun, ThreadsChangeNoByte) {
  write_pages();
  run("one");
  options_.threads = 3;
  run("three");
  expect_same("one", "three");
}

std::string json_line(const std::string& id, const std::string& text) {
  std::string out = "{\"id\":\"" + id + "\",\"url\":\"https://" + id + "\",\"text\":\"";
  for (const char c : text) out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out + "\"}\n";
}

TEST_F(MemoryRun, TheOrderOfTheInputChangesNoRecord) {
  std::string forth, back;
  for (const auto& [id, text] : pages_) {
    forth += json_line(id, text);
    back.insert(0, json_line(id, text));
  }
  scratch_.write("forth/pages.jsonl", forth);
  scratch_.write("back/pages.jsonl", back);
  run("one", "forth");
  run("two", "back");
  EXPECT_EQ(scratch_.names("one/memory"), scratch_.names("two/memory"));
  const std::map<std::string, Article> one = articles("one"), two = articles("two");
  ASSERT_EQ(one.size(), pages_.size());
  for (const auto& [id, article] : one)
    EXPECT_EQ(article_json(article, false), article_json(two.at(id), false));
}

TEST_F(MemoryRun, TwoPagesOfOneIdAreTwoPages) {
  std::string lines;
  for (const auto& [id, text] : pages_) lines += json_line("same.example/page", text);
  scratch_.write("twins/pages.jsonl", lines);
  const CleanToResult result = run("out", "twins");
  EXPECT_EQ(result.summary.pages, pages_.size());
  EXPECT_EQ(Memory::open(scratch_.path("out/memory")).pages(), pages_.size());
}

TEST_F(MemoryRun, APageThatIsGoneIsKnownUntilItIsForgotten) {
  write_pages();
  run("out");
  std::filesystem::remove(scratch_.path("crawl/a.example/library.txt"));
  run("out");
  EXPECT_EQ(named("out", "c.example/wall.txt").front(), "a.example/library.txt");
  EXPECT_EQ(articles("out").size(), pages_.size() - 1);
  options_.forget = {"a.example/library.txt"};
  run("out");
  EXPECT_EQ(named("out", "c.example/wall.txt"), std::vector<std::string>{"b.example/tram.txt"});
  options_.forget.clear();
  run("fresh");
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), scratch_.read("fresh/articles.jsonl"));
  EXPECT_EQ(scratch_.names("out/memory"), scratch_.names("fresh/memory"));
}

TEST_F(MemoryRun, AMemoryOfAnotherRunIsOnlyRead) {
  write_pages();
  run("first");
  scratch_.write("late/d.example/late.txt", kMarket + "\n" + tram_teaser() + "\n");
  const std::vector<std::string> before = scratch_.names("first/memory");
  options_.memory_from = scratch_.path("first/memory");
  std::vector<Article> got;
  clean({scratch_.path("late")}, test::rules(), options_,
        [&](const Article& article) { got.push_back(article); }, {});
  ASSERT_EQ(got.size(), 1U);
  ASSERT_EQ(got[0].digests.size(), 1U);
  EXPECT_EQ(got[0].digests[0].of, "b.example/tram.txt");
  run("second", "late");
  EXPECT_EQ(named("second", "d.example/late.txt"), std::vector<std::string>{"b.example/tram.txt"});
  EXPECT_EQ(scratch_.names("first/memory"), before);
}

TEST_F(MemoryRun, AMemoryThatCannotBeUsedStopsTheRunAndLosesNothing) {
  write_pages();
  run("out");
  const std::string articles = scratch_.read("out/articles.jsonl");
  const std::string header = scratch_.read("out/memory/header.json");
  scratch_.write("out/memory/header.json", R"({"tamis_memory":7,"pages":0,"files":[]})");
  EXPECT_NE(failure_of("out").find("format 7"), std::string::npos);
  scratch_.write("out/memory/header.json", header);
  for (const std::string& name : scratch_.names("out/memory")) {
    if (!name.starts_with("pages-")) continue;
    const std::string bytes = scratch_.read("out/memory/" + name);
    scratch_.write("out/memory/" + name, bytes.substr(0, bytes.size() / 2));
    EXPECT_NE(failure_of("out").find("remove that folder"), std::string::npos);
    scratch_.write("out/memory/" + name, bytes);
  }
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), articles);
  EXPECT_EQ(failure_of("out"), "");
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), articles);
}

}  // namespace
}  // namespace tamis
