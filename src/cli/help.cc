// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

namespace tamis::cli {
namespace {

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(28); }

  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0 || option->get_positional()) return "";
    return " " + option->get_type_name();
  }

  std::string make_option_usage(const CLI::Option* option) const override {
    const std::string name = make_option_name(option, true);
    if (option->get_expected_max() == 2) return name + " [" + name + "]";
    return name + (option->get_expected_max() > 2 ? "..." : "");
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    const std::string& otherwise = option->get_default_str();
    return option->get_description() + (otherwise.empty() ? "" : " [" + otherwise + "]");
  }
};

constexpr char kExamples[] =
    "Examples:\n"
    "  tamis clean crawl -o out              clean a folder into out/articles.jsonl\n"
    "  tamis clean page.html --format text   read one page\n"
    "  curl -s URL | tamis clean -           a page, WARC or JSON lines from a pipe\n"
    "  tamis dups out                        duplicates in what clean wrote\n"
    "  tamis explain page.html               why each block was kept or dropped\n"
    "  tamis fetch urls.txt -o crawl         fetch pages politely\n"
    "  tamis sites check my.toml page.html   try a rule for one site on a page\n";

}  // namespace

std::shared_ptr<CLI::Formatter> help_formatter() {
  return std::make_shared<HelpFormatter>();
}

std::string short_help() {
  return std::string(
             "tamis cleans crawled news pages and finds duplicates.\n\n"
             "Usage: tamis clean|dups|explain|fetch|sites ...\n\n") +
         kExamples + "\nMore: tamis --help, tamis clean --help\n";
}

std::string long_footer() {
  return std::string(kExamples) +
         "\nExit codes:\n"
         "  0    done; bad pages have a record that says why\n"
         "  1    the run broke (with --strict also: a page could not be read)\n"
         "  2    wrong usage\n"
         "  130  interrupted, 143 terminated: the result so far is valid\n";
}

}  // namespace tamis::cli
