// SPDX-License-Identifier: Apache-2.0
#include "pipeline/checkpoint.h"

#include "pages.h"
#include "scratch.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <vector>

namespace tamis::pipeline {
namespace {

TEST(Checkpoint, ComesBackAsItWas) {
  Checkpoint checkpoint;
  checkpoint.key = "0123";
  checkpoint.pages = 1'234'567'890'123;
  checkpoint.length = 98'765'432'101'234;
  checkpoint.last_id = "folder/\"quoted\" 页.html";
  checkpoint.complete = checkpoint.published = true;
  checkpoint.summary.pages = 17;
  checkpoint.summary.errors_by_kind["too-deep"] = 3;
  const std::optional<Checkpoint> back = checkpoint_from_json(checkpoint_json(checkpoint));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->key, checkpoint.key);
  EXPECT_EQ(back->pages, checkpoint.pages);
  EXPECT_EQ(back->length, checkpoint.length);
  EXPECT_EQ(back->last_id, checkpoint.last_id);
  EXPECT_TRUE(back->complete);
  EXPECT_TRUE(back->published);
  EXPECT_EQ(back->summary.pages, 17u);
  EXPECT_EQ(back->summary.errors_by_kind, checkpoint.summary.errors_by_kind);
}

TEST(Checkpoint, WhatIsNotOneOfOursIsNone) {
  Checkpoint checkpoint;
  const std::string json = checkpoint_json(checkpoint);
  for (std::size_t size = 0; size + 2 < json.size(); size += 5) {
    EXPECT_FALSE(checkpoint_from_json(json.substr(0, size))) << size;
  }
  for (const char* other :
       {"", "[]", "{}", "{\"pages\":-1,\"length\":0,\"summary\":\"{}\"}", "7"}) {
    EXPECT_FALSE(checkpoint_from_json(other)) << other;
  }
}

TEST(RunKey, EveryOptionThatDecidesTheOutputChangesIt) {
  const test::Scratch scratch;
  const std::string file = scratch.write("x.toml", "version = 1\nhosts = 'a.example'\n");
  const std::vector<std::function<void(CleanOptions&)>> changes = {
      [](CleanOptions&) {},
      [&](CleanOptions& o) { o.sites = SiteRules::load_file(file); },
      [](CleanOptions& o) { o.language = "zh"; },
      [](CleanOptions& o) { o.min_length = 5; },
      [](CleanOptions& o) { o.blocks = true; },
      [](CleanOptions& o) {
        o.source.include = {"a", "b"};
      },
      [](CleanOptions& o) { o.source.include = {"a,b"}; },
      [](CleanOptions& o) {
        o.source.exclude = {"a", "b"};
      },
      [](CleanOptions& o) { o.source.max_page_bytes = 5; },
      [](CleanOptions& o) { o.source.articles = true; },
      [](CleanOptions& o) { o.limits.max_depth = 5; },
  };
  std::set<std::string> keys;
  for (const auto& change : changes) {
    CleanOptions options;
    change(options);
    keys.insert(run_key({"crawl"}, test::rules(), options));
  }
  keys.insert(run_key({"crawl", ""}, test::rules(), {}));
  EXPECT_EQ(keys.size(), changes.size() + 1);
}

TEST(RunKey, ThreadsAndCheckpointsDoNotChangeIt) {
  CleanOptions other;
  other.threads = 7;
  other.checkpoint_pages = 3;
  EXPECT_EQ(run_key({"a"}, test::rules(), {}), run_key({"a"}, test::rules(), other));
}

}  // namespace
}  // namespace tamis::pipeline
