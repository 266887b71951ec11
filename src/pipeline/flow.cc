// SPDX-License-Identifier: Apache-2.0
#include "pipeline/flow.h"

#include "base/ordered_map.h"

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
  return (as_it_is ? page.bytes : article_json(article, options.blocks)) + "\n";
}

}  // namespace

bool flow(Source& source, const Rules& rules, const CleanOptions& options, Lines lines,
          const std::function<void(Record&&)>& sink, const Watcher& watcher,
          const std::function<void(Record&)>& prepare) {
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
  steps.map = [&](Page&& page) {
    Record record;
    record.article = clean_page(page, rules, page_options).article;
    if (lines == Lines::kJson) record.line = line_of(page, record.article, options);
    if (prepare) prepare(record);
    return record;
  };
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
