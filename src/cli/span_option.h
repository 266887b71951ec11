// SPDX-License-Identifier: Apache-2.0
// Options that are spans of time: 45s, 30m, 2h, 7d, 1w.
#pragma once

#include <cstdint>
#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace tamis::cli {

// Seconds, at least 1 and at most 10 years; 0: `text` is no span.
std::int64_t parse_span(const std::string& text);
// The value stays as it is when the option is not given.
CLI::Option* add_span(CLI::App& app, const char* name, std::int64_t& seconds, const char* help);

}  // namespace tamis::cli
