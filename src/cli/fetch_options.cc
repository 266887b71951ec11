// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch_options.h"

#include "cli/choice.h"
#include "cli/options.h"
#include "tamis/pipeline.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace tamis::cli {
namespace {

constexpr std::uint64_t kMostBytes = 1u << 30;

Span seconds(double value) {
  return Span(static_cast<Span::rep>(value * 1000));
}

void add_seconds(CLI::App& app, const char* name, double& value, double most, const char* help) {
  CLI::Option* option = app.add_option(name, value, help)->type_name("SECONDS");
  option->check(CLI::Range(0.0, most).description(""));
  std::string text = std::to_string(value);
  text.resize(text.find('.'));
  option->default_str(text);
}

}  // namespace

void FetchCommandOptions::setup(CLI::App& app) {
  app.add_option("--agent", agent_,
                 "How you present yourself: a product name and where to complain, like "
                 "\"newsbot/1.0 (+https://example.org/bot)\"")
      ->type_name("STRING")
      ->default_str("none: you have to say it");
  add_choice<Layout>(
      app, "--layout", archive.layout,
      {{"warc", Layout::kWarc}, {"files", Layout::kFiles}, {"none", Layout::kNothing}},
      "What is kept: warc, files (HOST/PATH, headers beside it) or none")
      ->type_name("LAYOUT")
      ->default_str("warc");
  add_seconds(app, "--delay", delay_, 86400,
              "Least pause between two requests to a server; a slow one gets twice its latency");
  add_number(app, "--per-server", pace.per_server, 1, 1000,
             "Requests at a time to one server; more than 1 only where it is yours");
  add_number<std::size_t>(app, "--in-flight", crawl.in_flight, 1, 2000,
                          "Requests at a time to all servers");
  add_seconds(app, "--patience", patience_, 172800,
              "A server that asks for a longer pause is given up for this run");
  add_seconds(app, "--timeout", timeout_, 3600, "Longest time of one request");
  add_number(app, "--attempts", crawl.attempts, 1, 10, "Of a URL whose failure may pass");
  add_number(app, "--max-redirects", crawl.redirects, 0, 50, "Of one URL");
  add_number<std::uint64_t>(app, "--max-pages", crawl.max_pages, 1, std::uint64_t{1} << 40,
                            "Stop after so many pages")
      ->default_str("none");
  add_number<std::uint64_t>(app, "--max-wire-bytes", fetch.max_wire_bytes, 1, kMostBytes,
                            "A body of more bytes as sent is an error");
  add_number<std::uint64_t>(app, "--max-page-bytes", fetch.max_body_bytes, 1, kMostBytes,
                            "A page of more bytes, unpacked, is an error");
  add_flag(app, "--sitemaps", sitemaps,
           "Of sections, also follow the sitemaps that robots.txt names");
  add_flag(app, "--obey-noarchive", crawl.obey_page_robots,
           "Do not keep pages that say noarchive or noindex (X-Robots-Tag, meta robots)");
  app.add_option("--allow-address", fetch.allow_addresses,
                 "A private or special address that may be fetched from, like 127.0.0.1 or "
                 "10.0.0.0/8")
      ->type_name("RANGE")
      ->allow_extra_args(false)
      ->default_str("none");
  app.add_option("--proxy", fetch.proxy, "Proxy for all requests; the environment is not read")
      ->type_name("URL")
      ->default_str("none");
  app.add_option("--ca-bundle", fetch.ca_bundle, "Certificates to check servers with")
      ->type_name("FILE")
      ->default_str("the system's");
}

void FetchCommandOptions::check() {
  if (const std::string fault = check_agent(agent_); !fault.empty()) {
    throw BadUsage(fault + " (--agent)",
                   "the servers' operators must be able to reach you: --agent \"NAME/1.0 "
                   "(+https://YOUR.SITE/bot)\", or with a mail address");
  }
  for (const std::string& range : fetch.allow_addresses) {
    if (is_address_range(range)) continue;
    throw BadUsage("not an address or a range of addresses: " + range + " (--allow-address)",
                   "write it like 127.0.0.1, 10.0.0.0/8 or fd00::/8");
  }
  fetch.agent = crawl.agent = archive.agent = agent_;
  archive.software = std::string("tamis ") + TAMIS_VERSION;
  pace.delay = seconds(delay_);
  // "No pause" is what somebody wants who owns the server: its latency is then no reason either.
  if (delay_ == 0) pace.factor = 0;
  crawl.patience = seconds(patience_);
  fetch.total = seconds(std::max(1.0, timeout_));
  fetch.stall = std::min(fetch.stall, fetch.total);
  fetch.connect = std::min(fetch.connect, fetch.total);
  fetch.one_per_address = pace.per_server == 1;
  fetch.connections = std::max<std::size_t>(fetch.connections, 4 * crawl.in_flight);
  fetch.keep_request = archive.layout == Layout::kWarc;
}

}  // namespace tamis::cli
