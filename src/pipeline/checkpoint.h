// SPDX-License-Identifier: Apache-2.0
// Checkpoint: how far a run into DIR has come, so that the next one can go on there.
//
// Order of writes: lines to the part file; sync it; checkpoint (whole or not at all). So the part
// file always holds at least `length` good bytes, and what is behind them is cut off. At the end:
// a complete checkpoint, part renamed to articles.jsonl, summary.json, checkpoint removed; killed
// between any two of these, the next run does the rest.
#pragma once

#include "tamis/pipeline.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tamis::pipeline {

struct Checkpoint {
  std::string key;           // run_key of the run that wrote it
  std::uint64_t pages = 0;   // done, all of them within the first `length` bytes
  std::uint64_t length = 0;  // bytes of the part file; once labelled, of articles.jsonl
  std::uint64_t packed = 0;  // bytes of the pages' file
  std::string last_id;       // id of the last of these pages
  bool complete = false;     // there are no more pages
  bool labelled = false;     // the second pass is done: articles.jsonl is what it wrote
  bool published = false;    // articles.jsonl is a copy made when the run was stopped
  Summary summary;
};

// 32 hex digits over all that decides the output: version, rules, inputs as given, options; not
// the number of threads.
std::string run_key(const std::vector<std::string>& inputs, const Rules& rules,
                    const CleanOptions& options);

// The part of it that decides what the first pass makes of a page.
std::string page_settings(const Rules& rules, const CleanOptions& options);

std::string checkpoint_json(const Checkpoint& checkpoint);
std::optional<Checkpoint> checkpoint_from_json(std::string_view json);  // none: not one of ours

}  // namespace tamis::pipeline
