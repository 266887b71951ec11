// SPDX-License-Identifier: Apache-2.0
#include "cli/options.h"

#include "cli/choice.h"
#include "cli/exit_code.h"
#include "cli/process.h"
#include "cli/rules_folder.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace tamis::cli {
namespace {

constexpr std::uint64_t kMostPageBytes = 1u << 30;
constexpr std::uint64_t kMostPages = std::uint64_t{1} << 40;

int cores() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// A glob option may be given many times, with one value each.
void add_globs(CLI::App& app, const char* name, std::vector<std::string>& globs, const char* help,
               const char* otherwise) {
  app.add_option(name, globs, help)
      ->type_name("GLOB")
      ->allow_extra_args(false)
      ->default_str(otherwise);
}

void tell(const std::string& line) {
  std::fprintf(stderr, "tamis: %s\n", line.c_str());
}

// Where a stopped run stands and how to go on.
void tell_stopped(const RunOptions& options, const CleanToResult& result) {
  const std::uint64_t count = result.summary.pages;
  const std::string pages = std::to_string(count) + (count == 1 ? " page" : " pages");
  const char* how = how_stopped();
  if (options.output.empty()) {
    tell(std::string(how) + " after " + pages + "; with -o a stopped run can go on");
    return;
  }
  tell(std::string(how) + " after " + pages +
       (result.published ? ", which are in " + options.output + "/articles.jsonl" : ""));
  if (!result.published) {
    std::fprintf(stderr, "  %s/articles.jsonl is still that of the run before\n",
                 options.output.c_str());
  }
  std::fprintf(stderr, "  give the same command again to go on from there\n");
}

}  // namespace

CLI::Option* add_flag(CLI::App& app, const char* name, bool& value, const char* help) {
  return app.add_flag(name, value, help)->default_str("off");
}

void RulesOption::setup(CLI::App& app, bool with_sites) {
  app.add_option("--rules", directory, "Folder of the rules")
      ->type_name("DIR")
      ->default_str("those installed with tamis");
  if (!with_sites) return;
  app.add_option("--sites", sites, "Folder of your own rules for single sites")
      ->type_name("DIR")
      ->default_str("none");
}

Rules RulesOption::load() const {
  return Rules::load(rules_folder(directory));
}

Rules RulesOption::load_tables() const {
  return Rules::load_tables(rules_folder(directory));
}

SiteRules RulesOption::load_sites() const {
  std::vector<SiteFolder> folders{{rules_folder(directory) + "/sites", "rules/sites", true}};
  if (!sites.empty()) {
    // Records name no paths of the machine: the folder's own name is enough.
    const std::string name =
        std::filesystem::path(sites + "/.").lexically_normal().parent_path().filename().string();
    folders.push_back({sites, name.empty() || name[0] == '.' ? "sites" : name, false});
  }
  return SiteRules::load(folders);
}

void RunOptions::setup(CLI::App& app) {
  app.add_option("INPUT", inputs, "Folders, files, or - for standard input")->required();
  app.add_option("-o,--output", output, "Folder for the results, made when missing")
      ->type_name("OUT")
      ->default_str("none: standard output");
  add_globs(app, "--include", clean.source.include, "Only paths below INPUT that match", "all");
  add_globs(app, "--exclude", clean.source.exclude, "No path that matches, whatever --include says",
            "none");
  app.add_option("--lang", clean.language, "Only articles in this language: zh, zh-Hant, en ...")
      ->type_name("LANG")
      ->default_str("all");
  add_number(app, "--min-length", clean.min_length, 0u, 1u << 30,
             "Only articles of at least N characters");
  add_number<std::uint64_t>(app, "--max-page-bytes", clean.source.max_page_bytes, 1, kMostPageBytes,
                            "A page of more bytes, unpacked, is an error record");
  clean.threads = cores();
  add_number(app, "--threads", clean.threads, 1, 1024,
             "Pages worked on at once; never changes the output")
      ->default_str("the number of cores");
  add_number<std::uint64_t>(app, "--checkpoint", clean.checkpoint_pages, 1, kMostPages,
                            "With -o: save the place to go on from every N pages");
  add_choice<ShowProgress>(app, "--progress", progress,
                           {{"auto", ShowProgress::kAuto},
                            {"always", ShowProgress::kAlways},
                            {"never", ShowProgress::kNever}},
                           "On standard error: auto, always or never")
      ->type_name("WHEN")
      ->default_str("auto: on a terminal");
  add_flag(app, "--strict", strict, "Exit 1 at the end when a page could not be read");
  add_flag(app, "-q,--quiet", quiet, "No summary on standard error");
  rules.setup(app);
}

void RunOptions::setup_corpus(CLI::App& app, const char* name, const char* off) {
  app.add_option(name, clean.memory_from,
                 "Go by the corpus memory in DIR, the memory/ of a run with -o")
      ->type_name("DIR")
      ->default_str("with -o: OUT/memory");
  add_flag(app, off, no_corpus,
           "Judge each page by itself, not by what the crawl as a whole shows");
  app.add_option("--forget", clean.forget,
                 "With -o: the corpus memory knows the page of that id no longer")
      ->type_name("ID")
      ->allow_extra_args(false)
      ->default_str("none");
}

CleanOptions RunOptions::clean_options() const {
  CleanOptions result = clean;
  result.memory = !no_corpus;
  result.sites = rules.load_sites();
  // Two bytes of a GBK page may be three of UTF-8: what source let in, parse takes.
  result.limits.max_bytes = static_cast<std::uint32_t>(2 * clean.source.max_page_bytes);
  return result;
}

int close_run(const RunOptions& options, const CleanToResult& result) {
  if (!options.quiet) std::fputs(summary_text(result.summary).c_str(), stderr);
  if (!result.restarted.empty()) {
    tell("began again, for an earlier run could not be gone on with: " + result.restarted);
  }
  if (!result.finished) {
    tell_stopped(options, result);
    return kBySignal + stop_signal();
  }
  if (options.strict && result.summary.errors > 0) {
    const std::uint64_t errors = result.summary.errors;
    tell(std::to_string(errors) + (errors == 1 ? " page" : " pages") +
         " could not be read (--strict)");
    return kBroken;
  }
  return kDone;
}

}  // namespace tamis::cli
