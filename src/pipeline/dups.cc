// SPDX-License-Identifier: Apache-2.0
// Articles to relations: clean, index (one entry an article), relate, write.
#include "base/atomic_file.h"
#include "base/ordered_map.h"
#include "base/utf8.h"
#include "json/reader.h"
#include "pipeline/clean_into.h"
#include "pipeline/flow.h"
#include "pipeline/keep.h"
#include "pipeline/kept_prints.h"
#include "pipeline/spool.h"

#include <algorithm>
#include <optional>

namespace tamis {
namespace pipeline {
namespace {

bool is_stopped(const Watcher& watcher) {
  return watcher.stop != nullptr && watcher.stop->load(std::memory_order_relaxed);
}

struct Line {
  std::string json;
  LineSpan span;
};

struct Indexed {
  std::optional<Article> article;
  bool has_body = false;
  Entry entry;  // when it has a body
  std::u16string letters;
  LineSpan span;
};

bool has_body(const Article& article) {
  return article.status == Status::kOk && !article.text.empty();
}

// The rest of an entry than id, site, date and title.
void fill_entry(std::string_view text, const Canon& canon, Entry& entry, std::u16string& letters) {
  letters = canon.letters(text);
  entry.print = fingerprint(letters);
  entry.may_collect = may_collect(text);
  entry.characters = static_cast<std::uint32_t>(base::count_code_points(text));
}

Entry entry_of(const Article& article, const Canon& canon, std::u16string& letters) {
  Entry entry;
  entry.id = article.id;
  entry.site = article.hostname;
  entry.date = article.date;
  entry.title = article.title;
  fill_entry(article.text, canon, entry, letters);
  return entry;
}

// Of a line that somebody may have written by hand, for the summary as well.
Indexed index_line(Line&& line, const Canon& canon) {
  Indexed indexed;
  indexed.span = line.span;
  Result<Article> article = article_from_json(line.json);
  if (!article) return indexed;  // clean wrote a record of it as an error
  indexed.has_body = has_body(*article);
  if (indexed.has_body) indexed.entry = entry_of(*article, canon, indexed.letters);
  indexed.article = *std::move(article);
  return indexed;
}

// Of a line that this run wrote: an entry needs few of its members.
Indexed index_own_line(Line&& line, const Canon& canon) {
  Indexed indexed;
  indexed.span = line.span;
  json::Reader reader;
  if (reader.read(line.json) || reader.text_at("status") != "ok") return indexed;
  const std::string_view text = reader.text_at("text");
  indexed.has_body = !text.empty();
  if (!indexed.has_body) return indexed;
  indexed.entry.id = reader.text_at("id");
  indexed.entry.site = reader.text_at("hostname");
  indexed.entry.date = reader.text_at("date");
  indexed.entry.title = reader.text_at("title");
  fill_entry(text, canon, indexed.entry, indexed.letters);
  return indexed;
}

// Entries, their letters and the places of their lines; false when it was stopped.
bool index(Spool& spool, const Canon& canon, int threads, const Watcher& watcher,
           std::vector<Entry>& entries, KeptPrints& prints, std::vector<LineSpan>& spans,
           Summary* summary) {
  bool stopped = false;
  base::Steps<Line, Indexed> steps;
  steps.produce = [&](Line& line) {
    stopped = is_stopped(watcher);
    return !stopped && spool.next(line.json, line.span);
  };
  steps.weigh = [](const Line& line) { return line.json.size(); };
  steps.map = [&](Line&& line) {
    return summary == nullptr ? index_own_line(std::move(line), canon)
                              : index_line(std::move(line), canon);
  };
  steps.consume = [&](Indexed&& indexed) {
    if (summary != nullptr && indexed.article) summary->add(*indexed.article);
    if (!indexed.has_body) return;
    prints.append(indexed.letters, indexed.entry);
    entries.push_back(std::move(indexed.entry));
    spans.push_back(indexed.span);
  };
  base::ordered_map(steps, threads);
  prints.flush();
  return !stopped;
}

struct Stopped {};

// Bodies by the number of their entry; any thread.
using Bodies = std::function<std::string(std::uint32_t)>;

void relate_all(const Bodies& bodies, const KeptPrints& prints, const Canon& canon,
                const DupsOptions& options, const Watcher& watcher, DupsResult& result) {
  Texts texts = prints.texts();
  texts.body = bodies;
  texts.letters = [&watcher, read = std::move(texts.letters)](std::uint32_t entry) {
    if (is_stopped(watcher)) throw Stopped();
    return read(entry);
  };
  RelateOptions relate_options = options.relate;
  relate_options.threads = options.clean.threads;
  try {
    result.relations = relate(result.entries, texts, canon, relate_options);
  } catch (const Stopped&) {
    result.clean.finished = false;
    return;
  }
  result.kept = kept_entries(result.entries, result.relations.clusters, options.keep).size();
}

// The lines of the articles that stay.
void write_kept(const OutputFolder& out, const Spool& spool, const std::vector<LineSpan>& spans,
                Keep keep, const DupsResult& result) {
  base::AtomicFile file(out.path(kDeduplicated));
  for (const std::uint32_t entry : kept_entries(result.entries, result.relations.clusters, keep)) {
    file.write(spool.read(spans[entry]) + "\n");
  }
  file.commit();
}

void write_relations(const OutputFolder& out, const DupsResult& result) {
  base::AtomicFile pairs(out.path(kRelations));
  for (const Relation& relation : result.relations.pairs) {
    pairs.write(relation_json(relation, result.entries) + "\n");
  }
  base::AtomicFile clusters(out.path(kClusters));
  for (const Cluster& cluster : result.relations.clusters) {
    clusters.write(cluster_json(cluster, result.entries) + "\n");
  }
  pairs.commit();
  clusters.commit();
}

// An INPUT folder that clean wrote is read for its articles.
bool is_output(const std::string& folder) {
  return base::file_exists(folder + "/" + kArticles);
}

// Fills the rest of `result` from the articles in `spool`.
void find_duplicates(Spool& spool, KeptPrints&& prints, const Rules& rules,
                     const DupsOptions& options, const Watcher& watcher, DupsResult& result,
                     Summary* summary, std::vector<LineSpan>& spans) {
  const Canon canon(rules);
  result.clean.finished =
      index(spool, canon, options.clean.threads, watcher, result.entries, prints, spans, summary);
  if (!result.clean.finished) return;
  const auto body = [&](std::uint32_t entry) {
    json::Reader reader;
    if (reader.read(spool.read(spans[entry]))) return std::string();
    return std::string(reader.text_at("text"));
  };
  relate_all(body, prints, canon, options, watcher, result);
}

// Nothing is written: the spool holds bare bodies, each page is read once.
DupsResult dups_in_memory(const std::vector<std::string>& inputs, const Rules& rules,
                          const DupsOptions& options, const Watcher& watcher) {
  DupsResult result;
  const Canon canon(rules);
  Spool spool = Spool::unnamed(options.temporary);
  KeptPrints prints(options.temporary, options.relate.memory);
  std::vector<LineSpan> spans;
  const std::unique_ptr<Source> source = open_source(inputs, options.clean.source);
  const auto sink = [&](Record&& record) {
    result.clean.summary.add(record.article);
    if (!record.entry) return;
    spans.push_back({spool.size(), static_cast<std::uint32_t>(record.article.text.size())});
    spool.append(record.article.text);
    prints.append(record.letters, *record.entry);
    result.entries.push_back(*std::move(record.entry));
  };
  const ReadMemory memory(options.clean, rules);
  FlowOptions flow_options;
  flow_options.memory = &memory;
  flow_options.prepare = [&](Record& record) {
    if (has_body(record.article)) record.entry = entry_of(record.article, canon, record.letters);
  };
  result.clean.finished = flow(*source, rules, options.clean, flow_options, sink, watcher);
  if (!result.clean.finished) return result;
  spool.flush();
  prints.flush();
  relate_all([&](std::uint32_t entry) { return spool.read(spans[entry]); }, prints, canon, options,
             watcher, result);
  return result;
}

DupsResult dups_into(const std::string& directory, const std::vector<std::string>& inputs,
                     const Rules& rules, const DupsOptions& options, const Watcher& watcher) {
  DupsResult result;
  const bool in_place =
      inputs.size() == 1 && same_folder(inputs[0], directory) && is_output(inputs[0]);
  const OutputFolder out(directory, inputs, in_place ? Overlap::kSameFolder : Overlap::kRefused);
  if (!in_place) {
    result.clean = clean_into(out, inputs, rules, options.clean, watcher);
    if (!result.clean.finished) return result;
  }
  Spool spool(out.path(kArticles));
  std::vector<LineSpan> spans;
  find_duplicates(spool, KeptPrints(out.path(), options.relate.memory), rules, options, watcher,
                  result, in_place ? &result.clean.summary : nullptr, spans);
  if (!result.clean.finished) return result;
  if (options.keep != Keep::kAll) {
    write_kept(out, spool, spans, options.keep, result);
  } else {
    base::remove_file(out.path(kDeduplicated));  // of an earlier run, with other clusters
  }
  write_relations(out, result);
  if (!in_place) forget(out);  // in place it is clean's own, of a run that is to go on
  return result;
}

}  // namespace
}  // namespace pipeline

DupsResult dups(const std::string& directory, const std::vector<std::string>& inputs,
                const Rules& rules, const DupsOptions& options, const Watcher& watcher) {
  DupsOptions own = options;
  own.clean.source.keep_own |= std::any_of(inputs.begin(), inputs.end(), pipeline::is_output);
  return directory.empty() ? pipeline::dups_in_memory(inputs, rules, own, watcher)
                           : pipeline::dups_into(directory, inputs, rules, own, watcher);
}

}  // namespace tamis
