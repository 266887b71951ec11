// SPDX-License-Identifier: Apache-2.0
// A subcommand: setup() declares its options and touches nothing; run() does the work.
#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace tamis::cli {

class Command {
 public:
  virtual ~Command() = default;
  virtual void setup(CLI::App& app) = 0;
  virtual int run() = 0;  // returns the exit code
};

std::unique_ptr<Command> make_clean();
std::unique_ptr<Command> make_dups();
std::unique_ptr<Command> make_explain();
std::unique_ptr<Command> make_fetch();
std::unique_ptr<Command> make_sites();
std::unique_ptr<Command> make_watch();

}  // namespace tamis::cli
