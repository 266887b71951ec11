// SPDX-License-Identifier: Apache-2.0
// tamis dups INPUT... [-o OUT]
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/process.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

namespace tamis::cli {
namespace {

constexpr std::size_t kMostClusters = 20;

class Dups : public Command {
 public:
  void setup(CLI::App& app) override {
    const std::map<std::string, bool> formats = {{"text", false}, {"jsonl", true}};
    const std::map<std::string, bool> kinds = {{"pages", false}, {"articles", true}};
    options_.setup(app);
    app.add_option("--format", json_lines_,
                   "text: a report for people; jsonl: a line a relation, for programs")
        ->type_name("FORMAT")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->default_str("text");
    app.add_option("--as", options_.clean.source.articles,
                   "pages: clean them first; articles: the text of a JSON line is a body")
        ->type_name("KIND")
        ->transform(CLI::CheckedTransformer(kinds).description(""))
        ->default_str("pages");
    app.add_option("--distance", relate_.max_distance,
                   "Compare articles whose SimHashes differ in at most N bits")
        ->type_name("N")
        ->check(CLI::Range(0, 64))
        ->default_str(std::to_string(relate_.max_distance));
    add_flag(app, "--siblings", siblings_, "Also pairs of one template with different facts");
    add_flag(app, "--blocks", options_.clean.blocks, "With -o: every block with its label");
  }

  int run() override {
    const Rules rules = options_.rules.load();
    ProgressLine line(options_.progress);
    Watcher watcher;
    watcher.stop = stop_flag();
    if (line.shown()) watcher.progress = [&](const Progress& now) { line.update(now); };
    DupsOptions all;
    all.clean = options_.clean_options();
    all.relate = relate_;
    all.siblings = siblings_;
    if (const char* folder = std::getenv("TMPDIR"); folder != nullptr && *folder != '\0') {
      all.temporary = folder;
    }
    const DupsResult result = dups(options_.output, options_.inputs, rules, all, watcher);
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
    }
    output.flush();
  }

  RunOptions options_;
  RelateOptions relate_;
  bool json_lines_ = false, siblings_ = false;
};

}  // namespace

std::unique_ptr<Command> make_dups() {
  return std::make_unique<Dups>();
}

}  // namespace tamis::cli
