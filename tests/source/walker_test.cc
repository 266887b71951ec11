// SPDX-License-Identifier: Apache-2.0
#include "source/walker.h"

#include "source/folder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tamis::source {
namespace {

using test::Folder;
using Paths = std::vector<std::string>;

// Paths in order; what is an error has " !" and its first word behind it.
Paths walk(const std::string& root, const SourceOptions& options = {}) {
  Walker walker(root, options, false);
  Paths out;
  for (Entry entry; walker.next(entry);) {
    out.push_back(entry.path + (entry.error ? " ! " + entry.error->message : ""));
  }
  return out;
}

TEST(Walker, DepthFirstEachFolderSortedByBytes) {
  const Folder folder;
  for (const char* name : {"b/2.html", "b/10.html", "a.html", "a/x/y.html", "a/B.html", "a/a.html",
                           "\xE6\x96\xB0.html", "Z.html"}) {
    folder.write(name, "x");
  }
  folder.make("empty");
  const Paths expected = {"Z.html", "a/B.html",  "a/a.html", "a/x/y.html",
                          "a.html", "b/10.html", "b/2.html", "\xE6\x96\xB0.html"};
  EXPECT_EQ(walk(folder.path()), expected);
  EXPECT_EQ(walk(folder.path() + "///"), expected);
}

TEST(Walker, DotNamesAndSidecarsAreNoPages) {
  const Folder folder;
  for (const char* name : {".git/config", ".hidden.html", ".tamis-spool", "a.html",
                           "a.html.headers", "alone.headers", "b/c.gz", "b/c.gz.headers"}) {
    folder.write(name, "x");
  }
  EXPECT_EQ(walk(folder.path()), (Paths{"a.html", "alone.headers", "b/c.gz"}));
  Walker walker(folder.path(), {}, true);
  Entry entry;
  ASSERT_TRUE(walker.next(entry));
  EXPECT_TRUE(entry.sidecar);
  EXPECT_EQ(entry.size, 1u);
  ASSERT_TRUE(walker.next(entry));
  EXPECT_FALSE(entry.sidecar);
}

TEST(Walker, GlobsOnThePathOrTheName) {
  const Folder folder;
  for (const char* name : {"a/1.html", "a/2.txt", "b/1.html", "b/drafts/3.html", "c.html"}) {
    folder.write(name, "x");
  }
  const struct {
    Paths include, exclude, expected;
  } cases[] = {
      {{"*.html"}, {}, {"a/1.html", "b/1.html", "b/drafts/3.html", "c.html"}},
      {{"a/*"}, {}, {"a/1.html", "a/2.txt"}},
      {{"1.html", "*.txt"}, {}, {"a/1.html", "a/2.txt", "b/1.html"}},
      {{}, {"drafts"}, {"a/1.html", "a/2.txt", "b/1.html", "c.html"}},
      {{"*.html"}, {"b/*", "c.*"}, {"a/1.html"}},
      {{"[ab]/?.html"}, {}, {"a/1.html", "b/1.html"}},
      {{"none"}, {}, {}},
  };
  for (const auto& c : cases) {
    SourceOptions options;
    options.include = c.include;
    options.exclude = c.exclude;
    EXPECT_EQ(walk(folder.path(), options), c.expected);
  }
}

TEST(Walker, LinksAreFollowedAndLoopsAreNamed) {
  const Folder folder;
  folder.write("real/1.html", "x");
  folder.link("real/loop", "..");
  folder.link("linked", "real");
  folder.link("page.html", "real/1.html");
  folder.link("self", "self");
  const Paths got = walk(folder.path());
  ASSERT_EQ(got.size(), 6u);
  EXPECT_EQ(got[0], "linked/1.html");
  EXPECT_TRUE(got[1].starts_with("linked/loop ! a symbolic link loop")) << got[1];
  EXPECT_EQ(got[2], "page.html");
  EXPECT_EQ(got[3], "real/1.html");
  EXPECT_TRUE(got[4].starts_with("real/loop ! a symbolic link loop")) << got[4];
  EXPECT_EQ(got[5], "self");  // a file that cannot be opened: the opener says so
}

TEST(Walker, FoldersThatLinkToEachOtherEnd) {
  const Folder folder;
  for (char from = 'a'; from <= 'f'; ++from) {
    for (char to = 'a'; to <= 'f'; ++to) {
      folder.link(std::string{from, '/', to}, "../" + std::string{to});
    }
  }
  const Paths got = walk(folder.path());
  EXPECT_GT(got.size(), 0u);
  EXPECT_LT(got.size(), 50000u);
}

TEST(Walker, WhatTamisWroteIsNoInput) {
  const Folder folder;
  folder.write("crawl/1.html", "x");
  folder.write("out/summary.json", "{\"tamis\":\"0.1.0\"}");
  folder.write("out/articles.jsonl", "{}");
  folder.write("out/memory/blocks", "x");
  folder.write("other/summary.json", "{\"pages\":1}");
  EXPECT_EQ(walk(folder.path()), (Paths{"crawl/1.html", "other/summary.json"}));
  SourceOptions keep;
  keep.keep_own = true;
  EXPECT_EQ(walk(folder.path(), keep),
            (Paths{"crawl/1.html", "other/summary.json", "out/articles.jsonl"}));
  EXPECT_EQ(walk(folder.at("out")), Paths{});
  EXPECT_EQ(walk(folder.at("out"), keep), Paths{"articles.jsonl"});
}

TEST(Walker, TheEventsOfACrawlAreNoInput) {
  const Folder folder;
  folder.write("crawl/.tamis/lock", "");
  folder.write("crawl/changes.jsonl", "{\"url\":\"http://a.example/\"}");
  folder.write("crawl/a.example/1.html", "x");
  folder.write("mine/changes.jsonl", "{}");
  EXPECT_EQ(walk(folder.path()), (Paths{"crawl/a.example/1.html", "mine/changes.jsonl"}));
}

TEST(Walker, AFolderThatIsGoneIsAnEntryThatSaysSo) {
  const Folder folder;
  const Paths got = walk(folder.at("absent"));
  ASSERT_EQ(got.size(), 1u);
  EXPECT_EQ(got[0], " ! the folder cannot be opened: No such file or directory");
}

}  // namespace
}  // namespace tamis::source
