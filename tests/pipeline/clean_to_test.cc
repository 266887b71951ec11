// SPDX-License-Identifier: Apache-2.0
#include "pages.h"
#include "scratch.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace tamis {
namespace {

using test::Scratch;
using Names = std::vector<std::string>;

const Names kFinished = {"articles.jsonl", "memory", "summary.json"};

// A folder of pages, and what an undisturbed run makes of them.
class CleanTo : public testing::Test {
 protected:
  static constexpr int kPages = 60;

  void SetUp() override {
    for (int n = 0; n < kPages; ++n) {
      scratch_.write("crawl/" + std::to_string(n % 7) + "/" + std::to_string(n) + ".html",
                     n % 13 == 5 ? " " : test::html(n));
    }
    options_.checkpoint_pages = 10;
    run("whole");
    articles_ = scratch_.read("whole/articles.jsonl");
    summary_ = scratch_.read("whole/summary.json");
  }

  CleanToResult run(const std::string& out, const Watcher& watcher = {}) {
    return clean_to(scratch_.path(out), {scratch_.path("crawl")}, test::rules(), options_, watcher);
  }

  // Ends a run after `pages` pages as a signal would.
  CleanToResult run_stopped(const std::string& out, std::uint64_t pages) {
    std::atomic<bool> stop{false};
    Watcher watcher;
    watcher.stop = &stop;
    watcher.progress = [&](const Progress& now) { stop = now.pages >= pages; };
    return run(out, watcher);
  }

  // Ends a process in the middle of a run, after `pages` pages, without any notice.
  void run_killed(const std::string& out, std::uint64_t pages) {
    const pid_t child = ::fork();
    if (child == 0) {
      Watcher watcher;
      watcher.progress = [&](const Progress& now) {
        if (now.pages >= pages) ::kill(::getpid(), SIGKILL);
      };
      run(out, watcher);
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
  }

  void expect_whole(const std::string& out) {
    EXPECT_EQ(scratch_.read(out + "/articles.jsonl"), articles_);
    EXPECT_EQ(scratch_.read(out + "/summary.json"), summary_);
    EXPECT_EQ(scratch_.names(out), kFinished);
    expect_memory_of("whole", out);
  }

  void expect_memory_of(const std::string& expected, const std::string& out) {
    ASSERT_EQ(scratch_.names(out + "/memory"), scratch_.names(expected + "/memory"));
    for (const std::string& name : scratch_.names(expected + "/memory")) {
      EXPECT_EQ(scratch_.read(out + "/memory/" + name), scratch_.read(expected + "/memory/" + name))
          << name;
    }
  }

  std::string failure_of(const std::string& out, const std::vector<std::string>& inputs) {
    try {
      clean_to(scratch_.path(out), inputs, test::rules(), options_, {});
    } catch (const BadUsage& failure) {
      return "usage: " + std::string(failure.what());
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "";
  }

  Scratch scratch_;
  CleanOptions options_;
  std::string articles_, summary_;
};

TEST_F(CleanTo, WritesALineAPageAndASummary) {
  EXPECT_EQ(std::count(articles_.begin(), articles_.end(), '\n'), kPages);
  const Result<Summary> summary = summary_from_json(summary_);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->pages, kPages);
  EXPECT_EQ(summary->errors, 5u);
  EXPECT_EQ(summary->articles, kPages - 5u);
  expect_whole("whole");
}

TEST_F(CleanTo, TheNumberOfThreadsChangesNoByte) {
  for (const int threads : {2, 5}) {
    options_.threads = threads;
    run("out");
    expect_whole("out");
  }
}

TEST_F(CleanTo, AKilledRunEndsWithTheSameBytes) {
  for (const std::uint64_t pages : {1, 9, 10, 11, 37, 59, 60}) {
    const std::string out = "killed" + std::to_string(pages);
    run_killed(out, pages);
    options_.threads = 2;
    const CleanToResult result = run(out);
    EXPECT_TRUE(result.finished);
    EXPECT_EQ(result.resumed_at, pages / 10 * 10);
    EXPECT_EQ(result.restarted, "");
    expect_whole(out);
  }
}

TEST_F(CleanTo, ARunKilledTwiceEndsWithTheSameBytes) {
  run_killed("out", 25);
  run_killed("out", 45);
  EXPECT_EQ(run("out").resumed_at, 40u);
  expect_whole("out");
}

TEST_F(CleanTo, AStoppedRunLeavesWhatItHasAndGoesOn) {
  const CleanToResult stopped = run_stopped("out", 23);
  EXPECT_FALSE(stopped.finished);
  EXPECT_TRUE(stopped.published);
  EXPECT_EQ(stopped.summary.pages, 23u);
  const std::string partial = scratch_.read("out/articles.jsonl");
  EXPECT_EQ(std::count(partial.begin(), partial.end(), '\n'), 23);
  EXPECT_EQ(articles_.rfind(partial, 0), 0u);
  EXPECT_EQ(summary_from_json(scratch_.read("out/summary.json"))->pages, 23u);

  EXPECT_FALSE(run_stopped("out", 30).finished);
  EXPECT_EQ(articles_.rfind(scratch_.read("out/articles.jsonl"), 0), 0u);
  EXPECT_GT(scratch_.read("out/articles.jsonl").size(), partial.size());
  EXPECT_GE(run("out").resumed_at, 30u);
  expect_whole("out");
}

TEST_F(CleanTo, AStoppedRunDoesNotReplaceAFinishedOne) {
  run("out");
  const CleanToResult stopped = run_stopped("out", 5);
  EXPECT_FALSE(stopped.published);
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), articles_);
  EXPECT_EQ(run("out").resumed_at, stopped.summary.pages);
  expect_whole("out");
}

TEST_F(CleanTo, BeginsAgainWithOtherOptionsAndSaysSo) {
  run_stopped("out", 23);
  options_.min_length = 1;
  const CleanToResult result = run("out");
  EXPECT_EQ(result.resumed_at, 0u);
  EXPECT_NE(result.restarted.find("other"), std::string::npos);
  // In the memory, pages are kept under the options they were cleaned with.
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), articles_);
  EXPECT_EQ(scratch_.read("out/summary.json"), summary_);
}

TEST_F(CleanTo, BeginsAgainWhenTheInputHasChanged) {
  run_killed("out", 35);
  scratch_.write("crawl/0/00.html", test::html(1000));
  const CleanToResult result = run("out");
  EXPECT_EQ(result.restarted, "the input has changed");
  EXPECT_EQ(result.summary.pages, kPages + 1u);
  run("fresh");
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), scratch_.read("fresh/articles.jsonl"));
}

TEST_F(CleanTo, BeginsAgainWhenTheCheckpointOrThePartIsSpoilt) {
  run_killed("out", 35);
  const std::string checkpoint = scratch_.read("out/.tamis-checkpoint.json");
  scratch_.write("out/.tamis-checkpoint.json", checkpoint.substr(0, checkpoint.size() / 2));
  EXPECT_NE(run("out").restarted, "");
  expect_whole("out");

  run_killed("out2", 35);
  scratch_.write("out2/.tamis-articles.part", "short");
  EXPECT_NE(run("out2").restarted, "");
  expect_whole("out2");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// The steps at the end: complete checkpoint | second pass: articles, memory | labelled checkpoint |
// part removed | summary | checkpoint removed.
TEST_F(CleanTo, AKillBetweenTheLastStepsIsMadeGood) {
  run_killed("out", 60);  // all pages done, not yet known to be all
  const std::string complete = replaced(scratch_.read("out/.tamis-checkpoint.json"),
                                        "\"complete\":false", "\"complete\":true");
  const std::string part = scratch_.read("out/.tamis-articles.part");
  const auto length = [](const std::string& bytes) {
    return "\"length\":" + std::to_string(bytes.size());
  };
  const std::string labelled =
      replaced(replaced(complete, "\"labelled\":false", "\"labelled\":true"), length(part),
               length(articles_));
  for (const std::string out : {"complete", "labelled-1", "labelled-2", "cleared"}) {
    const bool before = out == "complete" || out == "labelled-1";
    scratch_.write(out + "/.tamis-checkpoint.json", out == "complete" ? complete : labelled);
    if (before) {
      scratch_.write(out + "/.tamis-articles.part", part);
      scratch_.write(out + "/.tamis-pages.part", scratch_.read("out/.tamis-pages.part"));
    }
    scratch_.write(out + "/.tamis-rounds/.new-pages", "half");
    if (out != "complete") {
      scratch_.write(out + "/articles.jsonl", articles_);
      std::filesystem::copy(scratch_.path("whole/memory"), scratch_.path(out + "/memory"));
    }
    const CleanToResult result = run(out);
    EXPECT_EQ(result.resumed_at, kPages);
    EXPECT_EQ(result.restarted, "");
    EXPECT_EQ(result.summary.pages, kPages);
    expect_whole(out);
  }
}

// Without a memory: complete checkpoint | part renamed | summary | checkpoint removed.
TEST_F(CleanTo, AKillBetweenTheLastStepsWithoutAMemoryIsMadeGood) {
  options_.memory = false;
  run("plain");
  EXPECT_EQ(scratch_.names("plain"), (Names{"articles.jsonl", "summary.json"}));
  const std::string articles = scratch_.read("plain/articles.jsonl");
  run_killed("out", 60);
  const std::string complete = replaced(scratch_.read("out/.tamis-checkpoint.json"),
                                        "\"complete\":false", "\"complete\":true");
  for (const bool renamed : {false, true}) {
    const std::string out = renamed ? "renamed" : "complete";
    scratch_.write(out + "/.tamis-checkpoint.json", complete);
    scratch_.write(out + (renamed ? "/articles.jsonl" : "/.tamis-articles.part"), articles);
    EXPECT_EQ(run(out).resumed_at, kPages);
    EXPECT_EQ(scratch_.read(out + "/articles.jsonl"), articles);
    EXPECT_EQ(scratch_.names(out), (Names{"articles.jsonl", "summary.json"}));
  }
}

TEST_F(CleanTo, PagesBehindTheCheckpointAreNotReadAgain) {
  run_killed("out", 35);
  // The first pages become unreadable garbage of the same names: the records stay what they were.
  scratch_.write("crawl/0/0.html", " ");
  run("out");
  EXPECT_EQ(scratch_.read("out/articles.jsonl"), articles_);
}

TEST_F(CleanTo, RefusesToWriteIntoThePagesItReads) {
  const std::string crawl = scratch_.path("crawl");
  for (const char* out : {"crawl", "crawl/", "crawl/0", "crawl/new/deeper", "crawl/../crawl"}) {
    EXPECT_EQ(failure_of(out, {crawl}).rfind("usage: the output folder", 0), 0u) << out;
  }
  EXPECT_FALSE(scratch_.has("crawl/new"));
  std::filesystem::create_directory_symlink(crawl, scratch_.path("link"));
  EXPECT_EQ(failure_of("link", {crawl}).rfind("usage: ", 0), 0u);
  scratch_.write("other/page.html", test::html(1));
  EXPECT_NE(failure_of("other", {crawl}).find("holds pages (page.html)"), std::string::npos);
  EXPECT_EQ(failure_of("crawl-out", {crawl}), "");  // a common beginning of names is no overlap
}

TEST_F(CleanTo, RefusesAFileInPlaceOfTheFolder) {
  scratch_.write("file", "x");
  EXPECT_NE(failure_of("file", {scratch_.path("crawl")}).find("cannot create folder"),
            std::string::npos);
  EXPECT_NE(failure_of("file/below", {scratch_.path("crawl")}).find("cannot create folder"),
            std::string::npos);
}

TEST_F(CleanTo, TwoRunsDoNotShareAFolder) {
  std::string other;
  Watcher watcher;
  watcher.progress = [&](const Progress& now) {
    if (now.pages == 5) other = failure_of("out", {scratch_.path("crawl")});
  };
  run("out", watcher);
  EXPECT_EQ(other.rfind("another tamis is writing", 0), 0u) << other;
  expect_whole("out");
}

// A limit on the size of a file is to the code what a full disk is; see also tests/hostile.
TEST_F(CleanTo, AfterAFullDiskTheSameCommandGoesOn) {
  std::uintmax_t largest = 0;  // what the first pass made of the pages
  for (const std::string& name : scratch_.names("whole/memory"))
    largest = std::max(largest, std::filesystem::file_size(scratch_.path("whole/memory/" + name)));
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { largest / 2, largest / 2 };
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string failure = failure_of("out", {scratch_.path("crawl")});
    ::_exit(failure.find("over the limit on the size of a file") != std::string::npos ? 7 : 8);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(WEXITSTATUS(status), 7);
  EXPECT_FALSE(scratch_.has("out/articles.jsonl"));
  EXPECT_GT(run("out").resumed_at, 0u);
  expect_whole("out");
}

}  // namespace
}  // namespace tamis
