// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/output.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

namespace tamis::cli {
namespace {

struct Entry {
  const char* name;
  const char* help;
  std::unique_ptr<Command> (*make)();
};

constexpr Entry kCommands[] = {
    {"clean", "Clean crawled pages: the articles, and why the rest is none", make_clean},
    {"dups", "Find which articles tell the same story", make_dups},
    {"explain", "Why a block was kept or dropped; why two pages are duplicates", make_explain},
    {"fetch", "Fetch pages politely into a folder that clean reads", make_fetch},
    {"sites", "Check rules for single sites", make_sites},
    {"watch", "Fetch pages again when they may have changed; tell what changed", make_watch},
};

int print(const std::string& text) {
  Output output;
  output.write(text);
  output.flush();
  return kDone;
}

int wrong(const std::string& cause, const std::string& suggestion, const std::string& help) {
  std::fprintf(stderr, "tamis: %s\n", cause.c_str());
  if (!suggestion.empty()) std::fprintf(stderr, "  did you mean %s?\n", suggestion.c_str());
  std::fprintf(stderr, "  see: %s --help\n", help.c_str());
  return kWrongUsage;
}

std::string suggest_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* sub : app.get_subcommands(nullptr)) known.push_back(sub->get_name());
  return base::nearest(word, known);
}

// "tamis sites check" of the check below sites.
std::string full_name(const CLI::App& app) {
  const CLI::App* above = app.get_parent();
  return (above == nullptr ? "" : full_name(*above) + " ") + app.get_name();
}

std::string suggest_option(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  return base::nearest(word.substr(0, word.find('=')), known);
}

// `chosen`: the subcommand the words were for.
int explain_parse_error(const CLI::ParseError& error, const CLI::App& chosen) {
  const std::vector<CLI::App*> below = chosen.get_subcommands();  // that the words named
  if (!below.empty() && chosen.get_parent() != nullptr) {
    return explain_parse_error(error, *below.front());
  }
  const std::string help = full_name(chosen);
  for (const std::string& word : chosen.remaining(true)) {
    if (word.size() > 1 && word[0] == '-') {
      return wrong("there is no option " + word, suggest_option(chosen, word), help);
    }
  }
  const std::vector<std::string> rest = chosen.remaining(true);
  if (chosen.get_parent() != nullptr && chosen.get_require_subcommand_min() > 0 && !rest.empty()) {
    const std::string command = full_name(chosen).substr(sizeof "tamis");
    return wrong("there is no command " + command + " " + rest.front(),
                 suggest_command(chosen, rest.front()), help);
  }
  return wrong(error.what(), "", help);
}

}  // namespace

int run_command(int argc, const char* const* argv) {
  if (argc <= 1) {
    std::fputs(short_help().c_str(), stderr);
    return kWrongUsage;
  }
  CLI::App app("tamis cleans crawled news pages and finds which of them tell the same story.",
               "tamis");
  app.formatter(help_formatter());
  app.footer(long_footer());
  app.set_help_flag("-h,--help", "This help");
  app.set_version_flag("--version", "tamis " TAMIS_VERSION "\n", "The version");
  app.require_subcommand(1);
  std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
  for (const Entry& entry : kCommands) {
    CLI::App* sub = app.add_subcommand(entry.name, entry.help);
    sub->footer("");
    commands.emplace_back(sub, entry.make());
    commands.back().second->setup(*sub);
  }

  const std::string first = argv[1];
  const CLI::App* chosen = &app;
  for (const auto& [sub, command] : commands) {
    if (sub->get_name() == first) chosen = sub;
  }
  if (chosen == &app && first[0] != '-') {
    return wrong("there is no command " + first, suggest_command(app, first), "tamis");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return print(chosen->help(chosen == &app ? "" : "tamis"));
  } catch (const CLI::CallForVersion& version) {
    return print(version.what());
  } catch (const CLI::ParseError& error) {
    return explain_parse_error(error, *chosen);
  }
  for (const auto& [sub, command] : commands) {
    if (sub->parsed()) return command->run();
  }
  return kWrongUsage;
}

}  // namespace tamis::cli
