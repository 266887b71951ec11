// SPDX-License-Identifier: Apache-2.0
// tamis dups INPUT... [-o OUT]
#include "cli/choice.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/process.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

namespace tamis::cli {
namespace {

constexpr std::size_t kMostClusters = 20;

class Dups : public Command {
 public:
  void setup(CLI::App& app) override {
    options_.setup(app);
    options_.setup_corpus(app, "--corpus", "--no-corpus");
    add_choice<bool>(app, "--format", json_lines_, {{"text", false}, {"jsonl", true}},
                     "text: a report for people; jsonl: a line a relation")
        ->type_name("FORMAT")
        ->default_str("text");
    add_choice<bool>(app, "--as", options_.clean.source.articles,
                     {{"pages", false}, {"articles", true}},
                     "pages: clean them; articles: the text of a JSON line is a body")
        ->type_name("KIND")
        ->default_str("pages");
    add_choice<Keep>(app, "--keep", keep_,
                     {{"all", Keep::kAll},
                      {"keepers", Keep::kKeepers},
                      {"earliest", Keep::kEarliest},
                      {"longest", Keep::kLongest}},
                     "With -o: one article of each cluster to OUT/deduplicated.jsonl: keepers, "
                     "earliest or longest")
        ->type_name("WHICH")
        ->default_str("all");
    add_flag(app, "--dry-run", dry_run_, "Only report: nothing is written to OUT");
    add_number(app, "--distance", relate_.max_distance, 0, 64,
               "Compare articles whose SimHashes differ in at most N bits");
    add_number(app, "--certificate", relate_.certificate, 0u, 100000u,
               "Pages compared with all others, to know the recall; 0: none");
    app.add_option("--memory,--max-memory", relate_.memory,
                   "Bytes of memory for texts and index; more waits in files, in OUT or TMPDIR")
        ->transform(CLI::AsSizeValue(false).description(""))  // 512M, 2G
        ->type_name("SIZE")
        ->default_str("1G");
    add_flag(app, "--siblings", relate_.siblings,
             "Also pairs of one template with different facts");
    add_flag(app, "--blocks", options_.clean.blocks, "With -o: every block with its label");
  }

  int run() override {
    if (keep_ != Keep::kAll && options_.output.empty() && !dry_run_) {
      throw BadUsage("--keep writes deduplicated.jsonl into a folder",
                     "name it with -o, or see what would stay with --dry-run");
    }
    const Rules rules = options_.rules.load();
    ProgressLine line(options_.progress);
    Watcher watcher;
    watcher.stop = stop_flag();
    if (line.shown()) watcher.progress = [&](const Progress& now) { line.update(now); };
    DupsOptions all;
    all.clean = options_.clean_options();
    all.relate = relate_;
    all.keep = keep_;
    if (const char* folder = std::getenv("TMPDIR"); folder != nullptr && *folder != '\0') {
      all.temporary = folder;
    }
    const DupsResult result =
        dups(dry_run_ ? std::string() : options_.output, options_.inputs, rules, all, watcher);
    line.clear();
    if (result.clean.finished) print(result);
    return close_run(options_, result.clean);
  }

 private:
  void print(const DupsResult& result) const {
    Output output;
    if (json_lines_) {
      for (const Relation& relation : result.relations.pairs) {
        output.write(relation_json(relation, result.entries) + "\n");
      }
    } else {
      output.write(duplicates_report(result.relations, result.entries, kMostClusters));
      if (keep_ != Keep::kAll) output.write(kept_text(result));
    }
    output.flush();
  }

  std::string kept_text(const DupsResult& result) const {
    return std::string("\ndeduplicated.jsonl ") + (dry_run_ ? "would hold " : "holds ") +
           std::to_string(result.kept) + " of " + std::to_string(result.entries.size()) +
           " articles\n";
  }

  RunOptions options_;
  RelateOptions relate_;
  Keep keep_ = Keep::kAll;
  bool json_lines_ = false, dry_run_ = false;
};

}  // namespace

std::unique_ptr<Command> make_dups() {
  return std::make_unique<Dups>();
}

}  // namespace tamis::cli
