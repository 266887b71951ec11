// SPDX-License-Identifier: Apache-2.0
// tamis sites check [RULES...] [PAGE...]
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/site_check.h"
#include "tamis/page_host.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

namespace tamis::cli {
namespace {

// *.toml, or a folder that holds some.
bool names_rules(const std::string& word) {
  namespace fs = std::filesystem;
  if (word.ends_with(".toml")) return true;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(word, error))
    if (entry.path().extension() == ".toml") return true;
  return false;
}

class Sites : public Command {
 public:
  void setup(CLI::App& app) override {
    app.require_subcommand(1);
    CLI::App* check =
        app.add_subcommand("check", "Read rule files, run their examples, try them on pages");
    check->footer(
        "A selector's row says how many elements it matched and how many blocks of text "
        "stand in them.\nExit 1: a file has a fault, or an example is not met.\n");
    check->add_option("RULES", words_,
                      "Rule files (*.toml) or folders of them, then pages to try them on");
    check->get_option("RULES")->type_name("");
    rules_.setup(*check);
  }

  int run() override {
    const Rules rules = rules_.load();
    std::vector<std::string> files, pages;
    for (const std::string& word : words_) (names_rules(word) ? files : pages).push_back(word);
    std::vector<SiteRules> sites;
    if (files.empty()) {
      add(rules_.load_sites(), sites);
    } else {
      for (const std::string& file : files) {
        add(file.ends_with(".toml") ? SiteRules::load_file(file)
                                    : SiteRules::load({{file, file, false}}),
            sites);
      }
    }
    Output output;
    if (sites.empty()) output.write("there are no site rules\n");
    bool ok = true;
    for (const SiteRules& only : sites) {
      const SiteCheck examples = check_examples(only, *only.all().front(), rules, {});
      output.write(examples.text);
      ok = ok && examples.ok;
    }
    if (!pages.empty()) try_on(pages, sites, rules, output);
    output.flush();
    return ok ? kDone : kBroken;
  }

 private:
  // Each file by itself, so that it can be tried on any page.
  static void add(const SiteRules& folder, std::vector<SiteRules>& sites) {
    for (const SiteRule* rule : folder.all()) sites.push_back(SiteRules::load_file(rule->path));
  }

  static void try_on(const std::vector<std::string>& pages, const std::vector<SiteRules>& sites,
                     const Rules& rules, Output& output) {
    CleanOptions options;
    options.source.keep_own = true;
    const std::unique_ptr<Source> source = open_source(pages, options.source);
    Page page;
    while (source->next(page)) {
      const Cleaned cleaned = clean_page(page, rules, options);
      const std::string host = page_host(page, page_url(page, cleaned.head));
      bool covered = false;
      for (const SiteRules& only : sites) {
        const SiteRule& rule = *only.all().front();
        if (sites.size() > 1 && !rule.covers(host)) continue;  // one file is tried on any page
        covered = true;
        output.write("\n" + rule.path + "\n" + check_page(only, rule, page, rules, options).text);
      }
      if (!covered) output.write("\npage " + page.id + ": no rule for its host\n");
    }
  }

  std::vector<std::string> words_;
  RulesOption rules_;
};

}  // namespace

std::unique_ptr<Command> make_sites() {
  return std::make_unique<Sites>();
}

}  // namespace tamis::cli
