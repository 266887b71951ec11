// SPDX-License-Identifier: Apache-2.0
// SEEDS on the command line: URLs, files with one URL a line, and TOML files of sources.
#pragma once

#include "tamis/seedlist.h"

#include <string>
#include <vector>

namespace tamis::cli {

// In a list, lines that are empty or begin with # are passed over. Throws BadUsage naming
// file:line. What the words and lists name has no kind; a source that stands in several places
// counts where it stands first.
std::vector<SeedSource> read_seeds(const std::vector<std::string>& words);

}  // namespace tamis::cli
