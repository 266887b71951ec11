// SPDX-License-Identifier: Apache-2.0
// tamis watch SEEDS... -o CRAWL
#include "tamis/watch.h"

#include "cli/choice.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/fetch_options.h"
#include "cli/fetch_seeds.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/process.h"
#include "cli/span_option.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace tamis::cli {
namespace {

class WatchCommand : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option(
        "SEEDS", seeds_,
        "URLs, files with one URL a line, or TOML files of sources; none: what CRAWL watches "
        "already");
    app.add_option("-o,--output", output_, "Folder of the crawl, made when missing")
        ->type_name("CRAWL")
        ->required();
    add_flag(app, "--once", once_, "Fetch what is due now, then stop");
    add_span(app, "--for", run_for_, "Stop after so long: 45s, 30m, 2h, 7d")
        ->default_str("until stopped")
        ->excludes("--once");
    add_flag(app, "--dry-run", dry_run_,
             "Ask nobody: print the timetable and the delay to expect (--for: how far)");
    add_number(app, "--limit", limit_, std::size_t{1}, std::size_t{10'000'000},
               "Lines of the timetable");
    add_number(app, "--budget", schedule_.fetches_per_day, 1.0, 1e9,
               "Fetches a day, of all URLs together")
        ->type_name("FETCHES")
        ->default_str("86400");
    add_span(app, "--min-interval", least_, "No URL more often")->default_str("15m");
    add_span(app, "--max-interval", most_, "No URL more rarely")->default_str("30d");
    add_number(app, "--max-urls", max_urls_, 1U, 100'000'000U,
               "Watch at most so many; what feeds, sitemaps and sections offer beyond is left out");
    add_span(app, "--keep-fetches", keep_fetches_,
             "Exchanges older than that are summed up by day and host in history.db")
        ->default_str("30d");
    fetch_.crawl.attempts = 1;  // the schedule sees to the next one
    fetch_.setup(app);
    rules_.setup(app);
    add_flag(app, "-q,--quiet", quiet_, "No report on standard error");
    app.footer(
        "A page has changed when its article has. CRAWL/changes.jsonl gets a line a change,\n"
        "CRAWL/relations.jsonl one for each known article that a new body is like, and\n"
        "CRAWL/history.db (SQLite) has all versions; see also: tamis explain URL --crawl CRAWL.\n");
  }

  int run() override {
    if (least_ > most_)
      throw BadUsage("--min-interval is longer than --max-interval", "take the smaller first");
    schedule_.min_interval = static_cast<std::uint32_t>(least_);
    schedule_.max_interval = static_cast<std::uint32_t>(most_);
    const std::vector<SeedSource> items =
        seeds_.empty() ? std::vector<SeedSource>() : read_seeds(seeds_);
    return dry_run_ ? plan(items) : watch_all(items);
  }

 private:
  int plan(const std::vector<SeedSource>& items) const {
    const auto store = Store::look(output_);
    if (store == nullptr) need(items);
    const Moment now = clock_seconds();
    const Moment until = now + (run_for_ > 0 ? run_for_ : 86400);
    Output output;
    output.write(timetable_text(store.get(), items, schedule_, now, until, limit_));
    output.flush();
    return kDone;
  }

  int watch_all(const std::vector<SeedSource>& items) {
    fetch_.check();
    if (Store::look(output_) == nullptr) need(items);
    const Rules rules = rules_.load();
    WatchOptions options;
    options.crawl = fetch_.crawl;
    options.schedule = schedule_;
    options.clean.sites = rules_.load_sites();
    options.keep_fetches = Span(keep_fetches_ * 1000);
    options.sitemaps = fetch_.sitemaps;
    options.once = once_;
    options.max_urls = max_urls_;
    if (run_for_ > 0) options.run_for = Span(run_for_ * 1000);
    const CrawlFolder folder(output_);
    const auto network = open_network(fetch_.fetch);
    const auto archive = open_archive(output_, fetch_.archive);
    const auto store = Store::open(output_);
    Politeness pace(fetch_.pace);
    const WatchTotals totals =
        watch(items, options, {*network, pace, *archive, *store, rules}, stop_flag());
    if (!quiet_) std::fputs(watch_text(totals).c_str(), stderr);
    if (totals.crawl.finished) return kDone;
    std::fprintf(stderr, "tamis: %s; the same command goes on with %s\n", how_stopped(),
                 output_.c_str());
    return kBySignal + stop_signal();
  }

  void need(const std::vector<SeedSource>& items) const {
    if (items.empty())
      throw BadUsage("there is nothing to watch in " + output_ + " yet",
                     "name URLs, or a file of them");
  }

  std::vector<std::string> seeds_;
  std::string output_;
  bool once_ = false, dry_run_ = false, quiet_ = false;
  std::int64_t run_for_ = 0, least_ = 15 * 60, most_ = 30 * 86400, keep_fetches_ = 30 * 86400;
  std::size_t limit_ = 1000;
  std::uint32_t max_urls_ = 1'000'000;
  ScheduleOptions schedule_;
  FetchCommandOptions fetch_;
  RulesOption rules_;
};

}  // namespace

std::unique_ptr<Command> make_watch() {
  return std::make_unique<WatchCommand>();
}

}  // namespace tamis::cli
