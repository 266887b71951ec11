// SPDX-License-Identifier: Apache-2.0
// pipeline: the whole flow. One page is a value that passes decode, repair, parse, read_head,
// segment, read_site, label and assemble; many pages pass in parallel and come out in input order.
#pragma once

#include "tamis/assemble.h"
#include "tamis/memory.h"
#include "tamis/parse.h"
#include "tamis/relate.h"
#include "tamis/repair.h"
#include "tamis/report.h"
#include "tamis/rules.h"
#include "tamis/score.h"
#include "tamis/sites.h"
#include "tamis/source.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tamis {

// Everything the stages made of one page, kept for `explain`.
struct Cleaned {
  Article article;
  Blocks blocks;
  std::vector<Label> labels;
  Head head;
  Repaired repaired;  // the page's text is not kept
  PageScore score;
  bool scored = false;           // a model has judged the blocks
  BlockId next_article = kNone;  // see Scores
  std::uint32_t recalled = 0;    // labels that the memory has changed
  Items items;                   // what it knows of the digests' lines
  SiteReading site;              // what a site rule said; its `file` is empty when there was none
  std::vector<std::vector<Weighed>> weighed;  // of each block, when CleanOptions::features asks
};

struct CleanOptions {
  SourceOptions source;
  ParseLimits limits;
  SiteRules sites;               // rules of single sites; none unless given
  std::string language;          // keep articles of this language only; empty: all
  std::uint32_t min_length = 0;  // characters of text; shorter is no-article
  bool blocks = false;           // records carry "blocks"
  // What Article::blocks holds; all where `blocks` is set.
  BlockDetail detail = BlockDetail::kAll;
  std::size_t features = 0;  // how many of the model's strongest features to keep of each block
  bool repair_only = false;  // decode and repair, nothing after it: see repair_page
  bool memory = true;       // clean_to: label with what the crawl as a whole shows (tamis/memory.h)
  std::string memory_from;  // folder of a memory to go on from; empty: DIR/memory, if there is one
  std::vector<std::string> forget;        // ids of pages that the memory is to know no longer
  int threads = 1;                        // changes no byte of any output
  std::uint64_t checkpoint_pages = 1000;  // clean_to saves its place this often, or every 64 MiB
};

// The run cannot begin as it was asked for: the caller's mistake, not the machine's.
class BadUsage : public Failure {
 public:
  using Failure::Failure;
};

// One page, start to end. Never throws for a bad page: status and error say what was wrong.
Cleaned clean_page(const Page& page, const Rules& rules, const CleanOptions& options);

// The same with what a crawl has shown; the memory is only read.
Cleaned clean_page(const Page& page, const Rules& rules, const CleanOptions& options,
                   const Memory& memory, const Canon& canon);

// The filter: decode and repair alone. The article has id, url, text (all of it, markup as it is),
// charset, damage and repairs, or an error; repaired_json writes it. clean_page does this when
// options.repair_only asks for it.
Article repair_page(const Page& page, const Rules& rules);

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
// last checkpoint stood and ends with the same bytes; one that was stopped leaves the records so
// far as well. Standard input is read from its start again. Throws Failure (disk full, another
// process writes DIR, ...) and BadUsage (DIR is a page folder being read).
struct CleanToResult {
  Summary summary;
  bool finished = true;          // false: stopped early; the same command goes on
  std::uint64_t resumed_at = 0;  // pages that an earlier run had done
  std::string restarted;         // why an earlier run's work was of no use; empty: it was, or none
  bool published = true;  // DIR/articles.jsonl holds what was done (false: an older run's is kept)
};
CleanToResult clean_to(const std::string& directory, const std::vector<std::string>& inputs,
                       const Rules& rules, const CleanOptions& options, const Watcher& watcher);

// What DIR/deduplicated.jsonl holds of every cluster. kAll: there is no such file.
enum class Keep {
  kAll,
  kKeepers,   // the keeper: the fullest text, then the earliest page
  kEarliest,  // the page with the earliest date; the keeper when none has a date
  kLongest,   // the most characters
};

struct DupsOptions {
  CleanOptions clean;
  RelateOptions relate;
  Keep keep = Keep::kAll;
  std::string temporary = "/tmp";  // folder for the article spool when there is no DIR
};

struct DupsResult {
  CleanToResult clean;         // not finished: stopped early, the rest is empty
  std::vector<Entry> entries;  // the articles, in input order, without Fingerprint::minima
  Relations relations;
  std::uint64_t kept = 0;  // articles that stay under options.keep, written or not
};

// Cleans `inputs` (lines that clean wrote, or that options.clean.source.articles takes as bodies,
// pass as they are), then relates the articles. Texts wait in a file, entries in memory.
// DIR gets what clean_to writes plus relations.jsonl, clusters.jsonl and, under options.keep,
// deduplicated.jsonl: the lines of articles.jsonl that stay, in order. DIR empty: nothing is
// written. DIR may be the one INPUT when it is a tamis output folder: the two files are added.
DupsResult dups(const std::string& directory, const std::vector<std::string>& inputs,
                const Rules& rules, const DupsOptions& options, const Watcher& watcher);

}  // namespace tamis
