// SPDX-License-Identifier: Apache-2.0
// pipeline: the whole flow. One page is a value that passes decode, parse, read_head, segment,
// label and assemble; many pages pass in parallel and come out in input order.
#pragma once

#include "tamis/assemble.h"
#include "tamis/parse.h"
#include "tamis/relate.h"
#include "tamis/report.h"
#include "tamis/rules.h"
#include "tamis/source.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tamis {

// Everything the stages made of one page, kept for `explain`. `article.blocks` is filled.
struct Cleaned {
  Article article;
  Blocks blocks;
  std::vector<Label> labels;
  Head head;
};

struct CleanOptions {
  SourceOptions source;
  ParseLimits limits;
  std::string language;          // keep articles of this language only; empty: all
  std::uint32_t min_length = 0;  // characters of text; shorter is no-article
  bool blocks = false;           // fill Article::blocks
  int threads = 1;
};

// One page, start to end. Never throws for a bad page: status and error say what was wrong.
Cleaned clean_page(const Page& page, const Rules& rules, const CleanOptions& options);

struct Progress {
  std::uint64_t pages = 0, bytes = 0, bytes_total = 0;  // bytes_total 0: unknown
};

struct Watcher {
  std::function<void(const Progress&)> progress;  // called from the calling thread, may be empty
  const std::atomic<bool>* stop = nullptr;  // set by a signal handler: finish what is in flight
};

// Pages of `inputs` to `emit`, in input order, the same at any thread count. Memory is bounded by
// the pages in flight. Returns false when `watcher.stop` ended it early.
bool clean(const std::vector<std::string>& inputs, const Rules& rules, const CleanOptions& options,
           const std::function<void(const Article&)>& emit, const Watcher& watcher);

// The same into DIR/articles.jsonl and DIR/summary.json. A run that was killed goes on where its
// last checkpoint stood and ends with the same bytes. Throws Failure (disk full, DIR is a page
// folder being read, ...).
struct CleanToResult {
  Summary summary;
  bool finished = true;          // false: stopped early; the same command goes on
  std::uint64_t resumed_at = 0;  // pages that an earlier run had done
};
CleanToResult clean_to(const std::string& directory, const std::vector<std::string>& inputs,
                       const Rules& rules, const CleanOptions& options, const Watcher& watcher);

}  // namespace tamis
