// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tamis::cli {

// What a robots.txt says of a URL to an agent: a line for people, or an object for programs.
struct RobotsQuestion {
  std::string url;
  std::string file;  // - for standard input
  std::string agent;
  bool json_lines = false;
};

std::string explain_robots(const RobotsQuestion& question);

}  // namespace tamis::cli
