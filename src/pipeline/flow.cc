// SPDX-License-Identifier: Apache-2.0
#include "pipeline/flow.h"

#include "base/ordered_map.h"
#include "pipeline/cleaned_pages.h"
#include "pipeline/packed_page.h"

#include <utility>

namespace tamis::pipeline {
namespace {

// A line that clean wrote and that this run neither refused nor turned away.
bool passes_as_it_is(const Page& page, const Article& article, const CleanOptions& options) {
  if (page.kind != PageKind::kArticle || page.error || options.source.articles) return false;
  if (article.status == Status::kOk) return true;
  return options.language.empty() && options.min_length == 0 && article_from_json(page.bytes);
}

std::string line_of(const Page& page, const Article& article, const CleanOptions& options) {
  const bool as_it_is = passes_as_it_is(page, article, options);
  return as_it_is ? page.bytes : article_json(article, options.blocks);
}

// What an earlier run made of the same bytes.
bool take_known(const CleanedPages& pages, const Hash128& key, Record& record) {
  const std::optional<CleanedPage> known = pages.find(key);
  if (!known) return false;
  Result<Article> article = article_from_json(known->line);
  if (!article) return false;
  record.article = *std::move(article);
  record.article.blocks =
      known->packed.empty() ? std::vector<BlockRecord>() : block_counts(unpack(known->packed));
  record.line = std::string(known->line) + "\n";
  record.packed = known->record;
  return true;
}

Record work(const Page& page, const Rules& rules, const CleanOptions& options,
            const FlowOptions& flow) {
  Record record;
  const bool pack_it = !flow.pack.empty();
  const Hash128 key = pack_it ? page_key(page, flow.pack) : Hash128{};
  if (flow.known != nullptr && take_known(*flow.known, key, record)) return record;
  const bool recalls = flow.memory != nullptr && !flow.memory->memory.empty();
  Cleaned cleaned = recalls
                        ? clean_page(page, rules, options, flow.memory->memory, flow.memory->canon)
                        : clean_page(page, rules, options);
  if (flow.lines == Lines::kJson) record.line = line_of(page, cleaned.article, options);
  if (pack_it) {
    const bool bare = cleaned.blocks.blocks.empty() || page.kind == PageKind::kArticle;
    record.packed = cleaned_record(key, cleaned.article.id, record.line,
                                   bare ? std::string() : pack(page, cleaned));
  }
  if (flow.lines == Lines::kJson) record.line += '\n';
  record.article = std::move(cleaned.article);
  if (flow.prepare) flow.prepare(record);
  return record;
}

}  // namespace

ReadMemory::ReadMemory(const CleanOptions& options, const Rules& rules) {
  if (!options.memory || options.memory_from.empty()) return;
  memory = Memory::open(options.memory_from);
  canon = Canon(rules);
}

bool flow(Source& source, const Rules& rules, const CleanOptions& options,
          const FlowOptions& flow_options, const std::function<void(Record&&)>& sink,
          const Watcher& watcher) {
  const Lines lines = flow_options.lines;
  bool stopped = false;
  Progress progress;
  CleanOptions page_options = options;
  if (lines == Lines::kJson) page_options.detail = BlockDetail::kCounts;
  if (watcher.progress) progress.bytes_total = source.bytes_total();

  base::Steps<Page, Record> steps;
  const auto stop_asked = [&] {
    return watcher.stop != nullptr && watcher.stop->load(std::memory_order_relaxed);
  };
  // Asked again after the read: a page that the signal has cut short is left for the next run.
  steps.produce = [&](Page& page) {
    const bool more = !stop_asked() && source.next(page);
    stopped = stop_asked();
    return more && !stopped;
  };
  steps.weigh = [](const Page& page) { return page.bytes.size(); };
  steps.map = [&](Page&& page) { return work(page, rules, page_options, flow_options); };
  steps.consume = [&](Record&& record) {
    sink(std::move(record));
    if (!watcher.progress) return;
    ++progress.pages;
    progress.bytes = source.bytes_done();
    watcher.progress(progress);
  };
  base::ordered_map(steps, options.threads);
  return !stopped;
}

}  // namespace tamis::pipeline
