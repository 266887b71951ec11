// SPDX-License-Identifier: Apache-2.0
// SEEDS on the command line: URLs, and files with one URL a line.
#pragma once

#include "tamis/crawl.h"

#include <string>
#include <vector>

namespace tamis::cli {

// Lines that are empty or begin with # are passed over. Throws BadUsage naming file:line.
std::vector<CrawlItem> read_seeds(const std::vector<std::string>& words);

}  // namespace tamis::cli
