// SPDX-License-Identifier: Apache-2.0
// tamis explain PAGE | A B | URL --robots FILE | URL --crawl CRAWL
#include "base/utf8.h"
#include "cli/choice.h"
#include "cli/command.h"
#include "cli/explain_features.h"
#include "cli/explain_page.h"
#include "cli/explain_robots.h"
#include "cli/explain_sightings.h"
#include "cli/fetch_seeds.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/process.h"
#include "tamis/watch.h"

#include <unistd.h>

#include <CLI/CLI.hpp>

namespace tamis::cli {
namespace {

constexpr std::size_t kWidth = 100;

class Explain : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("PAGE", pages_,
                   "A page, or two pages to compare (- for standard input); "
                   "with --robots or --crawl a URL")
        ->required()
        ->expected(1, 2);
    app.add_option("--id", id_, "The page of that id in a file of many")
        ->type_name("ID")
        ->default_str("the first");
    add_choice<bool>(app, "--format", json_lines_, {{"text", false}, {"jsonl", true}},
                     "text for people or jsonl for programs")
        ->type_name("FORMAT")
        ->default_str("text");
    add_number(app, "--features", features_, 0U, 50U,
               "A page: name the N features of each block that weighed most with the model");
    add_number(app, "--distance", relate_.max_distance, 0, 64,
               "Two pages: SimHash bits up to which dups would compare them");
    app.add_option("--corpus,--memory", memory_,
                   "One page: label it with the corpus memory in DIR as well")
        ->type_name("DIR")
        ->default_str("none");
    robots_asked_ =
        app.add_option("--robots", robots_.file,
                       "Whether this robots.txt lets --agent fetch the URL (- for standard input)")
            ->type_name("FILE")
            ->default_str("none");
    CLI::Option* agent = app.add_option("--agent", robots_.agent, "Name of the agent, as in tamis")
                             ->type_name("NAME")
                             ->default_str("none");
    app.add_option("--crawl", crawl_, "When tamis watch fetches the URL next, and why")
        ->type_name("CRAWL")
        ->default_str("none")
        ->excludes(robots_asked_);
    robots_asked_->needs(agent);
    agent->needs(robots_asked_);
    rules_.setup(app);
  }

  int run() override {
    if (robots_asked_->count() > 0) return run_robots();
    if (!crawl_.empty()) return run_due();
    const Rules rules = rules_.load();
    Output output;
    if (pages_.size() == 1) {
      const Memory memory = memory_.empty() ? Memory() : Memory::open(memory_);
      const Canon canon(rules);
      const Cleaned cleaned = read(pages_[0], rules, memory, canon);
      const std::size_t width = terminal_width(STDOUT_FILENO, kWidth);
      if (json_lines_) {
        output.write(article_json(cleaned.article, true) + "\n" + features_json(cleaned));
      } else {
        output.write(explain_page(cleaned, width));
        if (!memory.empty()) output.write(explain_sightings(cleaned, memory, canon, width));
      }
    } else {
      output.write(explain_two(rules));
    }
    output.flush();
    return 0;
  }

 private:
  int run_due() const {
    if (pages_.size() != 1) throw BadUsage("--crawl takes one URL");
    const auto store = Store::look(crawl_);
    if (store == nullptr)
      throw BadUsage("nothing was watched in " + crawl_, "tamis watch URL -o " + crawl_);
    Output output;
    output.write(explain_due(*store, read_seeds(pages_).front().url, clock_seconds(), json_lines_));
    output.flush();
    return 0;
  }

  int run_robots() {
    if (pages_.size() != 1) throw BadUsage("--robots takes one URL");
    robots_.url = pages_[0];
    robots_.json_lines = json_lines_;
    Output output;
    output.write(explain_robots(robots_));
    output.flush();
    return 0;
  }

  Cleaned read(const std::string& name, const Rules& rules, const Memory& memory = {},
               const Canon& canon = {}) const {
    CleanOptions options;
    options.source.keep_own = true;
    options.sites = rules_.load_sites();
    options.features = features_;
    const std::unique_ptr<Source> source = open_source({name}, options.source);
    Page page;
    while (source->next(page)) {
      if (!id_.empty() && page.id != id_) continue;
      return memory.empty() ? clean_page(page, rules, options)
                            : clean_page(page, rules, options, memory, canon);
    }
    throw Failure(id_.empty() ? "there is no page in " + name
                              : "there is no page " + id_ + " in " + name);
  }

  static Entry entry_of(const Article& article, const Canon& canon) {
    Entry entry;
    entry.id = article.id;
    entry.site = article.hostname;
    entry.date = article.date;
    entry.print = fingerprint(article.text, canon);
    entry.characters = static_cast<std::uint32_t>(base::count_code_points(article.text));
    return entry;
  }

  std::string explain_two(const Rules& rules) const {
    const Article a = read(pages_[0], rules).article, b = read(pages_[1], rules).article;
    for (const Article* article : {&a, &b}) {
      if (article->status != Status::kOk) {
        throw Failure("there is no article to compare in " + article->id + ": " +
                      (article->error.empty() ? article->reason : article->error));
      }
    }
    const Canon canon(rules);
    std::vector<Entry> entries = {entry_of(a, canon), entry_of(b, canon)};
    if (entries[0].id == entries[1].id) {  // two files of one name in different folders
      entries[0].id = pages_[0];
      entries[1].id = pages_[1];
    }
    // The relation says which of the two is the later one; its a and b index `entries`.
    Relation relation = compare(entries[0], a.text, entries[1], b.text, canon, relate_);
    if (json_lines_) return relation_json(relation, entries) + "\n";
    return explain_pair(relation, entries[0], entries[1], a.text, b.text, canon);
  }

  std::vector<std::string> pages_;
  std::string id_, crawl_, memory_;
  bool json_lines_ = false;
  std::uint32_t features_ = 0;
  RelateOptions relate_;
  RobotsQuestion robots_;
  CLI::Option* robots_asked_ = nullptr;
  RulesOption rules_;
};

}  // namespace

std::unique_ptr<Command> make_explain() {
  return std::make_unique<Explain>();
}

}  // namespace tamis::cli
