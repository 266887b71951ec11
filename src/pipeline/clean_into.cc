// SPDX-License-Identifier: Apache-2.0
#include "pipeline/clean_into.h"

#include "base/atomic_file.h"
#include "pipeline/checkpoint.h"
#include "pipeline/flow.h"
#include "pipeline/part_file.h"

#include <algorithm>
#include <memory>

namespace tamis::pipeline {
namespace {

constexpr std::uint64_t kCheckpointBytes = 64u << 20;

class Run {
 public:
  Run(const OutputFolder& out, const std::vector<std::string>& inputs, const Rules& rules,
      const CleanOptions& options)
      : out_(out), inputs_(inputs), rules_(rules), options_(options) {
    state_.key = run_key(inputs, rules, options);
  }

  CleanToResult go(const Watcher& watcher) {
    load();
    result_.resumed_at = state_.pages;
    if (!state_.complete) {
      std::unique_ptr<Source> source = open_at_checkpoint();
      result_.resumed_at = state_.pages;
      if (state_.pages == 0) forget(out_);  // before the part it speaks of is cut
      write_articles(*source, watcher);
    }
    if (result_.finished) {
      publish();
    } else {
      publish_partial();
    }
    result_.summary = state_.summary;
    return std::move(result_);
  }

 private:
  // Takes over what an earlier run with the same key left, if its files are there.
  void load() {
    const std::optional<std::string> json = base::read_file(out_.path(kCheckpoint));
    if (!json) return;
    const std::optional<Checkpoint> saved = checkpoint_from_json(*json);
    const std::optional<std::uint64_t> part = size_of(out_.path(kPart));
    if (!saved) {
      result_.restarted = "its checkpoint cannot be read";
    } else if (saved->key != state_.key) {
      result_.restarted = "it had other inputs, options, rules or another version";
    } else if (std::count(inputs_.begin(), inputs_.end(), "-") > 0 && !saved->complete) {
      result_.restarted = "standard input cannot be read from the middle";
    } else if (part ? *part < saved->length
                    : !saved->complete || size_of(out_.path(kArticles)) != saved->length) {
      result_.restarted = "its articles are gone";
    } else {
      state_ = *saved;
    }
  }

  // The source behind the pages that are done; from its start when they are not the same pages.
  std::unique_ptr<Source> open_at_checkpoint() {
    std::unique_ptr<Source> source = open_source(inputs_, options_.source);
    if (state_.pages == 0) return source;
    Page last;
    if (source->skip(state_.pages - 1) == state_.pages - 1 && source->next(last) &&
        last.id == state_.last_id) {
      return source;
    }
    result_.restarted = "the input has changed";
    Checkpoint fresh;
    fresh.key = state_.key;
    state_ = fresh;
    return open_source(inputs_, options_.source);
  }

  void write_articles(Source& source, const Watcher& watcher) {
    PartFile part(out_.path(kPart), state_.length);
    std::uint64_t pages_saved = state_.pages, bytes_saved = state_.length;
    const auto sink = [&](Record&& record) {
      part.append(record.line);
      state_.summary.add(record.article);
      state_.last_id = std::move(record.article.id);
      ++state_.pages;
      if (state_.pages - pages_saved >= options_.checkpoint_pages ||
          part.length() - bytes_saved >= kCheckpointBytes) {
        save(part);
        pages_saved = state_.pages;
        bytes_saved = part.length();
      }
    };
    result_.finished = flow(source, rules_, options_, Lines::kJson, sink, shifted(watcher));
    state_.complete = result_.finished;
    save(part);
  }

  // Pages of the earlier run count as well.
  Watcher shifted(const Watcher& watcher) const {
    Watcher result = watcher;
    if (watcher.progress) {
      result.progress = [watcher, before = state_.pages](const Progress& progress) {
        Progress all = progress;
        all.pages += before;
        watcher.progress(all);
      };
    }
    return result;
  }

  void save(PartFile& part) {
    part.sync();
    state_.length = part.length();
    base::write_file(out_.path(kCheckpoint), checkpoint_json(state_));
  }

  void publish() {
    if (base::file_exists(out_.path(kPart))) {
      base::rename_file(out_.path(kPart), out_.path(kArticles));
      base::sync_folder(out_.path());
    }
    base::write_file(out_.path(kSummary), summary_json(state_.summary));
  }

  // A copy, for the part goes on growing. The result of an older, finished run is not given up for
  // half of a newer one.
  void publish_partial() {
    result_.published = state_.published || !base::file_exists(out_.path(kArticles));
    if (!result_.published) return;
    if (!state_.published) {
      state_.published = true;
      base::write_file(out_.path(kCheckpoint), checkpoint_json(state_));
    }
    base::copy_file(out_.path(kPart), out_.path(kArticles));
    base::write_file(out_.path(kSummary), summary_json(state_.summary));
  }

  const OutputFolder& out_;
  const std::vector<std::string>& inputs_;
  const Rules& rules_;
  const CleanOptions& options_;
  Checkpoint state_;
  CleanToResult result_;
};

}  // namespace

CleanToResult clean_into(const OutputFolder& out, const std::vector<std::string>& inputs,
                         const Rules& rules, const CleanOptions& options, const Watcher& watcher) {
  return Run(out, inputs, rules, options).go(watcher);
}

void forget(const OutputFolder& out) {
  if (base::remove_file(out.path(kCheckpoint))) base::sync_folder(out.path());
}

}  // namespace tamis::pipeline
