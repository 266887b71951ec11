// SPDX-License-Identifier: Apache-2.0
#include "pipeline/clean_into.h"

#include "base/atomic_file.h"
#include "pipeline/checkpoint.h"
#include "pipeline/cleaned_pages.h"
#include "pipeline/flow.h"
#include "pipeline/part_file.h"
#include "pipeline/second_pass.h"

#include <algorithm>
#include <filesystem>
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
    settings_ = page_settings(rules, options);
  }

  CleanToResult go(const Watcher& watcher) {
    open_memory();
    load();
    result_.resumed_at = state_.pages;
    if (!state_.complete) {
      std::unique_ptr<Source> source = open_at_checkpoint();
      result_.resumed_at = state_.pages;
      if (state_.pages == 0) forget(out_);  // before the part it speaks of is cut
      write_articles(*source, watcher);
    }
    if (result_.finished && with_memory() && !state_.labelled && any_to_label())
      label_again(watcher);
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
    if (!saved) {
      result_.restarted = "its checkpoint cannot be read";
    } else if (saved->key != state_.key) {
      result_.restarted = "it had other inputs, options, rules or another version";
    } else if (std::count(inputs_.begin(), inputs_.end(), "-") > 0 && !saved->complete) {
      result_.restarted = "standard input cannot be read from the middle";
    } else if (is_gone(*saved)) {
      result_.restarted = "its articles are gone";
    } else {
      state_ = *saved;
    }
  }

  // Bodies that are taken as they are have no blocks to label again.
  bool with_memory() const { return options_.memory && !options_.source.articles; }

  // What clean wrote is passed on: there may be no page that could be labelled again.
  bool any_to_label() const {
    const CleanedFile spool(out_.path(kPages));
    CleanedPage page;
    std::uint64_t offset = 0;
    while (spool.next(offset, page)) {
      if (!page.packed.empty()) return true;
    }
    return false;
  }

  // Before anything is cleaned: a memory that cannot be used is not worth an hour.
  void open_memory() {
    if (!with_memory()) return;
    const bool named = !options_.memory_from.empty();
    const std::string folder = named ? options_.memory_from : out_.path(kMemory);
    if (!named && !Memory::is_in(folder)) return;
    const std::string path = Memory::open(folder).cleaned_path();
    if (!path.empty()) earlier_ = CleanedPages(path);
  }

  bool is_gone(const Checkpoint& saved) const {
    const std::optional<std::uint64_t> part = size_of(out_.path(kPart));
    if (saved.labelled || (saved.complete && !part && !with_memory()))
      return size_of(out_.path(kArticles)) != saved.length;
    if (!part || *part < saved.length) return true;
    return with_memory() && size_of(out_.path(kPages)).value_or(0) < saved.packed;
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
    std::optional<PartFile> packed;
    if (with_memory()) packed.emplace(out_.path(kPages), state_.packed);
    std::uint64_t pages_saved = state_.pages, bytes_saved = state_.length;
    const auto sink = [&](Record&& record) {
      part.append(record.line);
      if (packed) packed->append(record.packed);
      state_.summary.add(record.article);
      state_.last_id = std::move(record.article.id);
      ++state_.pages;
      if (state_.pages - pages_saved >= options_.checkpoint_pages ||
          part.length() - bytes_saved >= kCheckpointBytes) {
        save(part, packed);
        pages_saved = state_.pages;
        bytes_saved = part.length();
      }
    };
    FlowOptions flow_options;
    flow_options.lines = Lines::kJson;
    if (with_memory()) flow_options.pack = settings_;
    if (with_memory()) flow_options.known = &earlier_;
    result_.finished = flow(source, rules_, options_, flow_options, sink, shifted(watcher));
    state_.complete = result_.finished;
    save(part, packed);
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

  void save(PartFile& part, std::optional<PartFile>& packed) {
    if (packed) {
      packed->sync();
      state_.packed = packed->length();
    }
    part.sync();
    state_.length = part.length();
    base::write_file(out_.path(kCheckpoint), checkpoint_json(state_));
  }

  // The second pass writes the articles; the first one's go.
  void label_again(const Watcher& watcher) {
    result_.finished = second_pass(out_, earlier_, rules_, options_, watcher, state_.summary);
    if (!result_.finished) return;
    state_.labelled = true;
    state_.length = size_of(out_.path(kArticles)).value_or(0);
    base::write_file(out_.path(kCheckpoint), checkpoint_json(state_));
  }

  void publish() {
    if (state_.labelled) base::remove_file(out_.path(kPart));
    // Of this run, or of one with a memory that was killed.
    base::remove_file(out_.path(kPages));
    std::filesystem::remove_all(out_.path(kRounds));
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
  CleanedPages earlier_;  // of the memory that the run goes on from
  std::string settings_;  // see page_key
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
