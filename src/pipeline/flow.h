// SPDX-License-Identifier: Apache-2.0
// flow: pages of a source through clean_page in parallel, records out in input order.
#pragma once

#include "tamis/pipeline.h"

#include <functional>
#include <optional>
#include <string>

namespace tamis::pipeline {

enum class Lines { kNone, kJson };

struct Record {
  Article article;
  std::string line;            // Lines::kJson: the line of articles.jsonl, with its line end
  std::optional<Entry> entry;  // for `prepare` to fill
  std::u16string letters;      // the same
};

// Returns false when watcher.stop ended it before the source did. `sink` runs on the calling
// thread; `prepare` on the page's own. A ready-made article's line is passed on byte for byte, with
// the keys we do not know.
bool flow(Source& source, const Rules& rules, const CleanOptions& options, Lines lines,
          const std::function<void(Record&&)>& sink, const Watcher& watcher,
          const std::function<void(Record&)>& prepare = {});

}  // namespace tamis::pipeline
