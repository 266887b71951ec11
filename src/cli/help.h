// SPDX-License-Identifier: Apache-2.0
// How help looks: one line an option, what it takes, what it does, its default.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace tamis::cli {

std::shared_ptr<CLI::Formatter> help_formatter();

std::string short_help();   // `tamis` alone
std::string long_footer();  // examples and exit codes under `tamis --help`

}  // namespace tamis::cli
