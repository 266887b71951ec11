// SPDX-License-Identifier: Apache-2.0
// tamis clean INPUT... [-o OUT]
#include "cli/choice.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/process.h"

#include <CLI/CLI.hpp>
#include <map>

namespace tamis::cli {
namespace {

enum class Format { kJsonLines, kText, kMarkdown };

class Clean : public Command {
 public:
  void setup(CLI::App& app) override {
    options_.setup(app);
    options_.setup_corpus(app, "--corpus,--memory", "--no-corpus,--no-memory");
    add_choice<Format>(
        app, "--format", format_,
        {{"jsonl", Format::kJsonLines}, {"text", Format::kText}, {"markdown", Format::kMarkdown}},
        "On standard output: jsonl, text or markdown")
        ->type_name("FORMAT")
        ->default_str("jsonl");
    add_flag(app, "--blocks", options_.clean.blocks, "Every block with its label and the reason");
    add_flag(app, "--repair-only", options_.clean.repair_only,
             "Write the pages' whole text, repaired, with what was damaged; clean nothing");
  }

  int run() override {
    if (!options_.output.empty() && format_ != Format::kJsonLines) {
      throw BadUsage("--format is for standard output; -o writes JSON lines",
                     "leave one of the two away");
    }
    if (options_.clean.repair_only) refuse_with_repair_only();
    const Rules rules = options_.rules.load();
    ProgressLine line(options_.progress);
    Watcher watcher;
    watcher.stop = stop_flag();
    if (line.shown()) watcher.progress = [&](const Progress& now) { line.update(now); };
    const CleanToResult result =
        options_.output.empty()
            ? print(rules, watcher)
            : clean_to(options_.output, options_.inputs, rules, options_.clean_options(), watcher);
    line.clear();
    options_.quiet = options_.quiet || options_.clean.repair_only;  // it counts articles
    return close_run(options_, result);
  }

 private:
  void refuse_with_repair_only() const {
    const bool other = !options_.output.empty() || options_.clean.blocks ||
                       format_ == Format::kMarkdown || !options_.clean.language.empty() ||
                       options_.clean.min_length > 0;
    if (!other) return;
    throw BadUsage("--repair-only writes texts to standard output, as jsonl or text",
                   "leave -o, --blocks, --lang, --min-length and --format markdown away");
  }

  // The whole text of a page, its last line ended.
  void write_repaired(const Article& article, Output& output) const {
    if (format_ == Format::kJsonLines) {
      output.write(repaired_json(article) + "\n");
    } else if (article.damage) {
      output.write(article.text);
      if (!article.text.ends_with('\n')) output.write("\n");
    }
  }

  CleanToResult print(const Rules& rules, const Watcher& watcher) {
    CleanToResult result;
    Output output;
    bool first = true;
    const auto emit = [&](const Article& article) {
      result.summary.add(article);
      if (options_.clean.repair_only) {
        write_repaired(article, output);
      } else if (format_ == Format::kJsonLines) {
        output.write(article_json(article, options_.clean.blocks) + "\n");
      } else if (article.status == Status::kOk) {
        if (!std::exchange(first, false)) output.write("\n---\n\n");
        output.write(format_ == Format::kText ? article_text(article) : article_markdown(article));
      }
    };
    CleanOptions options = options_.clean_options();
    if (format_ != Format::kMarkdown) options.detail = BlockDetail::kCounts;
    result.finished = clean(options_.inputs, rules, options, emit, watcher);
    output.flush();
    return result;
  }

  RunOptions options_;
  Format format_ = Format::kJsonLines;
};

}  // namespace

std::unique_ptr<Command> make_clean() {
  return std::make_unique<Clean>();
}

}  // namespace tamis::cli
