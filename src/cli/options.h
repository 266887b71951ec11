// SPDX-License-Identifier: Apache-2.0
// Groups of options that several subcommands share.
#pragma once

#include "cli/progress.h"
#include "tamis/pipeline.h"

#include <cstdint>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace tamis::cli {

// A flag that says in the help that it is off unless given.
CLI::Option* add_flag(CLI::App& app, const char* name, bool& value, const char* help);

struct RulesOption {
  std::string directory, sites;
  void setup(CLI::App& app, bool with_sites = true);
  Rules load() const;
  Rules load_tables() const;     // for who judges no pages
  SiteRules load_sites() const;  // DIR/sites of the rules, then the user's own
};

// What is read, how it is judged and how the run is shown: `clean` and `dups`.
struct RunOptions {
  std::vector<std::string> inputs;
  std::string output;
  CleanOptions clean;
  ShowProgress progress = ShowProgress::kAuto;
  bool strict = false, quiet = false, no_corpus = false;
  RulesOption rules;

  void setup(CLI::App& app);
  // The corpus memory, under these names: --corpus and --no-corpus everywhere, and more where
  // --memory means nothing else.
  void setup_corpus(CLI::App& app, const char* name, const char* off);
  // After parsing: options that follow from others.
  CleanOptions clean_options() const;
};

// The end of a run: the summary on standard error, what a stopped run left, and the exit code.
int close_run(const RunOptions& options, const CleanToResult& result);

}  // namespace tamis::cli
