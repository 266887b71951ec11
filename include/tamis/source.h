// SPDX-License-Identifier: Apache-2.0
// Source: inputs (folders, files, standard input) as one ordered run of pages.
//
//   auto source = tamis::open_source({"crawl"}, {});
//   tamis::Page page;
//   while (source->next(page)) ...   // page.error set: this page only could not be read
//
// Folders are walked depth first, entries sorted by bytes. What a file is (HTML, text,
// WARC 1.0/1.1, JSON lines, each also .gz with several members or .zst) is judged by content first,
// name second. A broken member, record or line costs that page only. Memory: one page and one
// buffer.
#pragma once

#include "tamis/page.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tamis {

struct SourceOptions {
  std::vector<std::string> include;          // globs on the path below INPUT; empty: everything
  std::vector<std::string> exclude;          // globs; exclusion wins
  std::uint64_t max_page_bytes = 16u << 20;  // decoded bytes of one page; more is kTooBig
  std::uint64_t max_ratio = 2000;  // decompressed : compressed, over the first MiB; more is kTooBig
  bool articles = false;           // every JSON line's "text" is a body (`dups --as articles`)
  bool keep_own = false;  // articles.jsonl of a tamis output folder is input (`dups`), else skipped
  int standard_input = 0;  // descriptor behind the name "-"
};

// Thread rule: one thread at a time.
class Source {
 public:
  virtual ~Source() = default;

  // Moves on to the next page; false at the end. Never throws for a bad page.
  virtual bool next(Page& page) = 0;

  // Passes over `count` pages as cheaply as the input allows (a resumed run). Returns how many
  // there were to pass.
  virtual std::uint64_t skip(std::uint64_t count) = 0;

  // Input bytes consumed so far and, for folders and files, in all (0: unknown). For progress.
  virtual std::uint64_t bytes_done() const = 0;
  virtual std::uint64_t bytes_total() = 0;
};

// Throws Failure when an input does not exist or cannot be opened at all.
std::unique_ptr<Source> open_source(const std::vector<std::string>& inputs,
                                    const SourceOptions& options);

}  // namespace tamis
