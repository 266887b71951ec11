// SPDX-License-Identifier: Apache-2.0
#include "pipeline/second_pass.h"

#include "base/atomic_file.h"
#include "base/ordered_map.h"
#include "pipeline/assemble_again.h"
#include "pipeline/cleaned_pages.h"
#include "pipeline/groups.h"
#include "pipeline/packed_page.h"
#include "pipeline/remember.h"
#include "pipeline/spool.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::pipeline {
namespace {

namespace fs = std::filesystem;

struct Stopped {};

// A page of either file: some forty bytes, its name among them.
struct Known {
  std::uint64_t offset = 0;   // in its file
  std::uint64_t name_at = 0;  // in names_
  std::uint32_t name_size = 0;
  bool old = false;    // of an earlier run only, not of this one
  bool alone = false;  // round 1 found nothing of it on other pages: round 2 does not ask again
};

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

  // In the memory: its id, told apart from others of the same id by " #2".
  std::string_view name_of(const Known& page) const {
    return std::string_view(names_).substr(page.name_at, page.name_size);
  }

  CleanedPage read(const Known& page) const {
    return (page.old ? earlier_.file() : spool_).at(page.offset);
  }

  void list_pages() {
    const auto all = [](std::string_view) { return true; };
    list(spool_, false, all);
    read_ = pages_.size();
    sort_pages();
    const auto only_old = [&](std::string_view id) {
      const auto& forget = options_.forget;
      return !is_read(id) && std::find(forget.begin(), forget.end(), id) == forget.end();
    };
    list(earlier_.file(), true, only_old);
    name_pages();
  }

  // The pages of a file whose ids are `wanted`.
  template <class Wanted>
  void list(const CleanedFile& file, bool old, Wanted wanted) {
    CleanedPage page;
    std::uint64_t begin = 0;
    for (std::uint64_t offset = 0; file.next(offset, page); begin = offset) {
      if (!wanted(page.id)) continue;
      Known known;
      known.offset = begin;
      known.old = old;
      name(known, page.id);
      pages_.push_back(known);
    }
  }

  void name(Known& page, std::string_view name) {
    page.name_at = names_.size();
    page.name_size = static_cast<std::uint32_t>(name.size());
    names_ += name;
  }

  // Is a page of that id among those of this run, which lie in front?
  bool is_read(std::string_view id) const {
    const auto end = pages_.begin() + static_cast<std::ptrdiff_t>(read_);
    const auto found = std::lower_bound(
        pages_.begin(), end, id,
        [&](const Known& page, std::string_view wanted) { return name_of(page) < wanted; });
    return found != end && name_of(*found) == id;
  }

  static bool in_order(const Known& a, const Known& b) {
    return a.old != b.old ? b.old : a.offset < b.offset;
  }

  void sort_pages() {
    std::sort(pages_.begin(), pages_.end(), [&](const Known& a, const Known& b) {
      const int order = name_of(a).compare(name_of(b));
      return order != 0 ? order < 0 : in_order(a, b);
    });
  }

  // Two pages of one id are two pages; in their order of input.
  void name_pages() {
    sort_pages();
    for (std::size_t i = 0, same = 1; i < pages_.size(); i += same) {
      const std::string id(name_of(pages_[i]));
      for (same = 1; i + same < pages_.size() && name_of(pages_[i + same]) == id; ++same)
        name(pages_[i + same], id + " #" + std::to_string(same + 1));
    }
    sort_pages();
  }

  struct ToSight {
    Known* known = nullptr;
    std::string_view packed;
  };

  // The sightings of all pages, labelled with `memory` before.
  Memory sight_all(MemoryWriter& writer, const Memory& memory) {
    base::Steps<ToSight, Sighting> steps;
    std::size_t next = 0;
    steps.produce = [&](ToSight& page) {
      check_stop();
      if (next == pages_.size()) return false;
      page = {&pages_[next], read(pages_[next]).packed};
      ++next;
      return true;
    };
    steps.weigh = [](const ToSight& page) { return page.packed.size(); };
    steps.map = [&](ToSight&& page) {
      const std::string name(name_of(*page.known));
      if (page.packed.empty()) {
        SeenPage nothing;
        nothing.id = name;
        return sight(std::move(nothing), {}, {}, canon_);
      }
      FirstPass first = unpack(page.packed);
      page.known->alone = relabel(memory, canon_, name, first.cleaned).alone;
      SeenPage seen = seen_page(name, first);
      return sight(std::move(seen), first.cleaned.blocks, first.cleaned.labels, canon_, memory);
    };
    steps.consume = [&](Sighting&& sighting) { writer.add(sighting); };
    base::ordered_map(steps, options_.threads);
    return writer.finish_pages();
  }

  struct Task {
    const Known* known = nullptr;
    std::string_view packed;
    std::string line;  // the first pass's; empty: the page is not of this run
  };

  Done work(Task&& task, const Memory& memory) const {
    Done done;
    const Known& page = *task.known;
    done.name = name_of(page);
    if (!task.line.empty()) {
      Result<Article> article = article_from_json(task.line);
      if (article) done.article = *std::move(article);
      done.line = std::move(task.line);
    }
    if (task.packed.empty()) return done;
    FirstPass first = unpack(task.packed);
    const bool changed = !page.alone && relabel(memory, canon_, done.name, first.cleaned).changed;
    Article now = std::move(done.article);
    if (changed || done.line.empty()) {
      first.cleaned.article.damage = now.damage;
      first.cleaned.article.repairs = std::move(now.repairs);
      assemble_again(first.page, first.charset, rules_, page_options_, first.cleaned);
      now = std::move(first.cleaned.article);
    } else {
      now.blocks = block_counts(first);
    }
    const SeenPage seen = seen_page(done.name, first);
    tie_digests(memory, canon_, seen, now.digests);
    done.tied = true;
    const bool rewrite = changed || !now.digests.empty();
    if (!done.line.empty() && rewrite) done.line = article_json(now, options_.blocks);
    done.article = std::move(now);
    return done;
  }

  // Round 2, first the pages of this run in their order, then the others for their digests.
  void write_lines(const Memory& memory, MemoryWriter& writer) {
    std::vector<const Known*> order;
    order.reserve(pages_.size());
    for (const Known& page : pages_) order.push_back(&page);
    std::sort(order.begin(), order.end(),
              [](const Known* a, const Known* b) { return in_order(*a, *b); });
    std::size_t next = 0;
    base::Steps<Task, Done> steps;
    steps.produce = [&](Task& task) {
      check_stop();
      if (next == order.size()) return false;
      task.known = order[next++];
      const CleanedPage page = read(*task.known);
      task.packed = page.packed;
      if (!task.known->old) task.line = page.line;
      return true;
    };
    steps.weigh = [](const Task& task) { return task.line.size() + task.packed.size(); };
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
      writer.add_cleaned(read(page).record);
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
  const CleanedFile spool_;
  const std::string folder_;
  std::vector<Known> pages_;  // by name
  std::string names_;         // of all of them
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
