// SPDX-License-Identifier: Apache-2.0
// Options of what goes over the network: `fetch`, and `watch` after it.
#pragma once

#include "tamis/crawl.h"

#include <string>

namespace CLI {
class App;
}

namespace tamis::cli {

struct FetchCommandOptions {
  FetchOptions fetch;
  PoliteOptions pace;
  ArchiveOptions archive;
  CrawlOptions crawl;
  bool sitemaps = false;

  void setup(CLI::App& app);
  // After parsing: checks the agent (BadUsage), and what follows from other options.
  void check();

 private:
  double delay_ = 2, patience_ = 300, timeout_ = 90;
  std::string agent_;
};

}  // namespace tamis::cli
