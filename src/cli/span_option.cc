// SPDX-License-Identifier: Apache-2.0
#include "cli/span_option.h"

#include <CLI/CLI.hpp>
#include <charconv>

namespace tamis::cli {
namespace {

constexpr std::int64_t kMost = std::int64_t{10} * 365 * 86400;

std::int64_t unit_of(char letter) {
  switch (letter) {
    case 's': return 1;
    case 'm': return 60;
    case 'h': return 3600;
    case 'd': return 86400;
    case 'w': return 7 * 86400;
    default: return 0;
  }
}

}  // namespace

std::int64_t parse_span(const std::string& text) {
  if (text.size() < 2) return 0;
  std::int64_t count = 0;
  const char* last = text.data() + text.size() - 1;
  const auto [end, error] = std::from_chars(text.data(), last, count);
  const std::int64_t unit = unit_of(*last);
  if (error != std::errc() || end != last || unit == 0 || count < 1 || count > kMost / unit)
    return 0;
  return count * unit;
}

CLI::Option* add_span(CLI::App& app, const char* name, std::int64_t& seconds, const char* help) {
  return app
      .add_option_function<std::string>(
          name, [&seconds](const std::string& text) { seconds = parse_span(text); }, help)
      ->type_name("SPAN")
      ->check(CLI::Validator(
          [](std::string& text) {
            return parse_span(text) > 0
                       ? std::string()
                       : text + " is no span of time: write it like 45s, 30m, 2h or 7d";
          },
          ""));
}

}  // namespace tamis::cli
