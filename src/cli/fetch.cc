// SPDX-License-Identifier: Apache-2.0
// tamis fetch SEEDS... -o CRAWL
#include "cli/choice.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/fetch_discover.h"
#include "cli/fetch_options.h"
#include "cli/fetch_seeds.h"
#include "cli/options.h"
#include "cli/process.h"
#include "cli/progress.h"
#include "tamis/crawl.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace tamis::cli {
namespace {

class Fetch : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option(
           "SEEDS", seeds_,
           "URLs, files with one URL a line (- for standard input), or TOML files of sources")
        ->required();
    app.add_option("-o,--output", output_, "Folder for what is fetched, made when missing")
        ->type_name("CRAWL")
        ->required();
    add_number(app, "--depth", follow_.depth, 0u, kMostDepth,
               "Follow pages, too: 1: to the articles that they list, 2: to those of their next "
               "pages and feeds; feeds and sitemaps are always followed");
    add_number<std::uint64_t>(app, "--max-found", follow_.most, 0, std::uint64_t{1} << 32,
                              "Follow at most so many URLs of one source");
    options_.setup(app);
    rules_.setup(app, false);
    add_flag(app, "-q,--quiet", quiet_, "No report on standard error");
    app.footer(
        "robots.txt is obeyed, one request at a time goes to a server, with a pause after "
        "it.\nGiven again, the command asks whether pages have changed (ETag, "
        "Last-Modified).\n");
  }

  int run() override {
    options_.check();
    follow_.agent = options_.crawl.agent;
    follow_.obey_page_robots = options_.crawl.obey_page_robots;
    std::vector<SeedSource> sources = read_seeds(seeds_);
    Discovery discovery(rules_.load_tables(), std::move(sources), follow_);
    if (!quiet_) std::fputs(discovery.bounds().c_str(), stderr);
    const CrawlFolder folder(output_);
    OfferedLists lists(output_);
    discovery.remember(lists);
    const auto network = open_network(options_.fetch);
    const auto archive = open_archive(output_, options_.archive);
    const auto memory = logged_memory(output_, options_.crawl.agent);
    Politeness pace(options_.pace);
    CrawlWatcher watcher;
    watcher.stop = stop_flag();
    watcher.ended = [&](const CrawlResult& result, std::vector<CrawlItem>& more) {
      discovery.follow(result, more);
    };
    if (options_.sitemaps)
      watcher.sitemaps = [&](const std::string& authority, const std::vector<std::string>& urls,
                             std::vector<CrawlItem>& more) {
        discovery.sitemaps(authority, urls, more);
      };
    watcher.in_scope = [&](const CrawlItem& item, const std::string& url) {
      return discovery.allows(item, url);
    };
    const CrawlTotals totals =
        crawl(discovery.take_items(), options_.crawl, *network, pace, *archive, *memory, watcher);
    if (!quiet_) std::fputs(discovery.text().c_str(), stderr);
    if (!quiet_) std::fputs(crawl_text(totals).c_str(), stderr);
    if (!totals.finished) {
      std::fprintf(stderr, "tamis: %s; what was fetched is in %s\n", how_stopped(),
                   output_.c_str());
      return kBySignal + stop_signal();
    }
    return kDone;
  }

 private:
  std::vector<std::string> seeds_;
  std::string output_;
  FetchCommandOptions options_;
  FollowOptions follow_;
  RulesOption rules_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_fetch() {
  return std::make_unique<Fetch>();
}

}  // namespace tamis::cli
