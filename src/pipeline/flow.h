// SPDX-License-Identifier: Apache-2.0
// flow: pages of a source through clean_page in parallel, records out in input order.
#pragma once

#include "pipeline/cleaned_pages.h"
#include "tamis/memory.h"
#include "tamis/pipeline.h"

#include <functional>
#include <optional>
#include <string>

namespace tamis::pipeline {

enum class Lines { kNone, kJson };

struct Record {
  Article article;
  std::string line;            // Lines::kJson: the line of articles.jsonl, with its line end
  std::string packed;          // FlowOptions::pack: the page's record, see cleaned_pages.h
  std::optional<Entry> entry;  // for FlowOptions::prepare to fill
  std::u16string letters;      // the same
};

// A memory that a run without a folder goes by; it is only read.
struct ReadMemory {
  ReadMemory() = default;
  // Of CleanOptions::memory_from, if anything. Throws Failure when it cannot be used.
  ReadMemory(const CleanOptions& options, const Rules& rules);
  Memory memory;
  Canon canon;
};

struct FlowOptions {
  Lines lines = Lines::kNone;
  std::string pack;  // page_settings of the run: records are wanted for the second pass
  const CleanedPages* known = nullptr;   // with `pack`: pages that need not be cleaned again
  const ReadMemory* memory = nullptr;    // label and tie with it at once
  std::function<void(Record&)> prepare;  // on the page's own thread; may be empty
};

// Returns false when watcher.stop ended it before the source did. `sink` runs on the calling
// thread. A ready-made article's line is passed on byte for byte, with the keys we do not know.
bool flow(Source& source, const Rules& rules, const CleanOptions& options,
          const FlowOptions& flow_options, const std::function<void(Record&&)>& sink,
          const Watcher& watcher);

}  // namespace tamis::pipeline
