// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tamis::cli {

// Reads the command line, runs the subcommand, returns the exit code. Throws what that throws.
int run_command(int argc, const char* const* argv);

}  // namespace tamis::cli
