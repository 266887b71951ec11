// SPDX-License-Identifier: Apache-2.0
#include "pipeline/second_pass.h"

#include "base/atomic_file.h"
#include "base/mapped.h"
#include "base/ordered_map.h"
#include "pipeline/assemble_again.h"
#include "pipeline/cleaned_pages.h"
#include "pipeline/groups.h"
#include "pipeline/packed_page.h"
#include "pipeline/remember.h"
#include "pipeline/spool.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace tamis::pipeline {
namespace {

namespace fs = std::filesystem;

struct Stopped {};

// A page of either file.
struct Known {
  std::string name;  // in the memory: its id, told apart from others of the same id by " #2"
  CleanedPage page;
  std::uint64_t order = 0;  // in this run's input; kNotRead: of an earlier run only
  bool alone = false;  // round 1 found nothing of it on other pages: round 2 does not ask again
};
constexpr std::uint64_t kNotRead = ~std::uint64_t{0};

// What round 2 makes of a page.
struct Done {
  Article article;
  std::string line;
  std::string name;
  bool tied = false;  // the digests have been looked up
};

class SecondPass {
 public:
  SecondPass(const OutputFolder& out, const CleanedPages& earlier, const Rules& rules,
             const CleanOptions& options, const Watcher& watcher)
      : out_(out),
        rules_(rules),
        options_(options),
        watcher_(watcher),
        canon_(rules),
        earlier_(earlier),
        spool_(out.path(kPages)),
        folder_(out.path(kMemory)) {
    page_options_ = options;
    page_options_.detail = BlockDetail::kCounts;
  }

  void run(Summary& summary) {
    list_pages();
    const std::string rounds = out_.path(kRounds);
    MemoryWriter writer(folder_);
    const Memory second = two_rounds(rounds, writer);
    fs::remove_all(rounds);
    write_lines(second, writer);
    publish(writer);
    summary = summary_;
  }

 private:
  void check_stop() const {
    if (watcher_.stop != nullptr && watcher_.stop->load(std::memory_order_relaxed)) throw Stopped();
  }

  // What the first round has sighted goes with it.
  Memory two_rounds(const std::string& rounds, MemoryWriter& writer) {
    MemoryWriter round_0(rounds);
    return sight_all(writer, sight_all(round_0, Memory()));
  }

  // Before a page is read that lies in one of the files.
  void touch(std::string_view part) const {
    spool_.touch(part);
    earlier_.touch(part);
  }

  void list_pages() {
    CleanedPage page;
    std::uint64_t offset = 0;
    while (next_cleaned(spool_.bytes(), offset, page, out_.path(kPages))) {
      touch(page.record);
      add(page, pages_.size());
    }
    read_ = pages_.size();
    std::unordered_set<std::string_view> seen(options_.forget.begin(), options_.forget.end());
    for (const Known& known : pages_) {
      touch(known.page.id);
      seen.insert(known.page.id);
    }
    for (const CleanedPage& old : earlier_.all()) {
      touch(old.id);
      if (seen.count(old.id) == 0) add(old, kNotRead);
    }
    name_pages();
  }

  void add(const CleanedPage& page, std::uint64_t order) {
    pages_.push_back({std::string(page.id), page, order});
  }

  // Two pages of one id are two pages; in their order of input.
  void name_pages() {
    const auto by_name = [](const Known& a, const Known& b) { return a.name < b.name; };
    std::stable_sort(pages_.begin(), pages_.end(), by_name);
    std::size_t same = 1;
    for (std::size_t i = 1; i < pages_.size(); ++i) {
      touch(pages_[i].page.id);
      same = pages_[i].page.id == pages_[i - 1].page.id ? same + 1 : 1;
      if (same > 1) pages_[i].name += " #" + std::to_string(same);
    }
    std::sort(pages_.begin(), pages_.end(), by_name);
  }

  // The sightings of all pages, labelled with `memory` before.
  Memory sight_all(MemoryWriter& writer, const Memory& memory) {
    base::Steps<Known*, Sighting> steps;
    std::size_t next = 0;
    steps.produce = [&](Known*& page) {
      check_stop();
      if (next == pages_.size()) return false;
      page = &pages_[next++];
      return true;
    };
    steps.weigh = [](Known* page) { return page->page.packed.size(); };
    steps.map = [&](Known*&& page) {
      touch(page->page.record);
      if (page->page.packed.empty()) {
        SeenPage nothing;
        nothing.id = page->name;
        return sight(std::move(nothing), {}, {}, canon_);
      }
      FirstPass first = unpack(page->page.packed);
      page->alone = relabel(memory, canon_, page->name, first.cleaned).alone;
      SeenPage seen = seen_page(page->name, first);
      return sight(std::move(seen), first.cleaned.blocks, first.cleaned.labels, canon_, memory);
    };
    steps.consume = [&](Sighting&& sighting) { writer.add(sighting); };
    base::ordered_map(steps, options_.threads);
    return writer.finish_pages();
  }

  struct Task {
    const Known* page = nullptr;
    std::string line;  // the first pass's; empty: the page is not of this run
  };

  Done work(Task&& task, const Memory& memory) const {
    Done done;
    const Known& page = *task.page;
    touch(page.page.record);
    done.name = page.name;
    if (!task.line.empty()) {
      Result<Article> article = article_from_json(task.line);
      if (article) done.article = *std::move(article);
      done.line = std::move(task.line);
    }
    if (page.page.packed.empty()) return done;
    FirstPass first = unpack(page.page.packed);
    const bool changed = !page.alone && relabel(memory, canon_, page.name, first.cleaned).changed;
    Article now = std::move(done.article);
    if (changed || done.line.empty()) {
      first.cleaned.article.damage = now.damage;
      first.cleaned.article.repairs = std::move(now.repairs);
      assemble_again(first.page, first.charset, rules_, page_options_, first.cleaned);
      now = std::move(first.cleaned.article);
    } else {
      now.blocks = block_counts(first);
    }
    const SeenPage seen = seen_page(page.name, first);
    tie_digests(memory, canon_, seen, now.digests);
    done.tied = true;
    const bool rewrite = changed || !now.digests.empty();
    if (!done.line.empty() && rewrite) done.line = article_json(now, options_.blocks);
    done.article = std::move(now);
    return done;
  }

  // Round 2, first the pages of this run in their order, then the others for their digests.
  void write_lines(const Memory& memory, MemoryWriter& writer) {
    std::vector<const Known*> order(read_, nullptr), others;
    for (const Known& page : pages_) {
      if (page.order == kNotRead)
        others.push_back(&page);
      else
        order[page.order] = &page;
    }
    order.insert(order.end(), others.begin(), others.end());
    std::size_t next = 0;
    base::Steps<Task, Done> steps;
    steps.produce = [&](Task& task) {
      check_stop();
      if (next == order.size()) return false;
      task.page = order[next];
      if (next < read_) task.line = order[next]->page.line;
      ++next;
      return true;
    };
    steps.weigh = [](const Task& task) { return task.line.size() + task.page->page.packed.size(); };
    steps.map = [&](Task&& task) { return work(std::move(task), memory); };
    steps.consume = [&](Done&& done) {
      if (done.tied) writer.add_digests(done.name, done.article.digests);
      if (done.line.empty()) return;
      if (!done.line.ends_with('\n')) done.line += '\n';
      lines_.append(done.line);
      summary_.add(done.article);
    };
    base::ordered_map(steps, options_.threads);
  }

  void publish(MemoryWriter& writer) {
    Groups groups(writer.finish_digests());
    base::AtomicFile articles(out_.path(kArticles));
    std::string line;
    LineSpan span;
    while (lines_.next(line, span)) {
      check_stop();
      articles.write(groups.fill(line) + "\n");
    }
    articles.commit();
    for (const Known& page : pages_) {
      touch(page.page.record);
      writer.add_cleaned(page.page.record);
    }
    writer.commit();
  }

  const OutputFolder& out_;
  const Rules& rules_;
  const CleanOptions& options_;
  CleanOptions page_options_;
  const Watcher& watcher_;
  const Canon canon_;
  const CleanedPages& earlier_;
  const base::Mapped spool_;
  const std::string folder_;
  std::vector<Known> pages_;  // by name
  std::size_t read_ = 0;      // of this run
  Spool lines_ = Spool::unnamed(out_.path());
  Summary summary_;
};

}  // namespace

bool second_pass(const OutputFolder& out, const CleanedPages& earlier, const Rules& rules,
                 const CleanOptions& options, const Watcher& watcher, Summary& summary) {
  try {
    SecondPass(out, earlier, rules, options, watcher).run(summary);
  } catch (const Stopped&) {
    return false;
  }
  return true;
}

}  // namespace tamis::pipeline
