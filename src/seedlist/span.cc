// SPDX-License-Identifier: Apache-2.0
#include "seedlist/span.h"

#include <charconv>

namespace tamis::seeding {
namespace {

double seconds_of(char unit) {
  switch (unit) {
    case 's': return 1;
    case 'm': return 60;
    case 'h': return 3600;
    case 'd': return 86'400;
    default: return 0;
  }
}

}  // namespace

std::optional<Span> span_of(std::string_view text) {
  constexpr double kMostSeconds = 3650.0 * 86'400;
  if (text.size() < 2 || text.size() > 20 || text[0] < '0' || text[0] > '9') return std::nullopt;
  const double unit = seconds_of(text.back());
  double number = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (unit == 0 || read.ec != std::errc() || read.ptr != end || number * unit > kMostSeconds)
    return std::nullopt;
  return Span(static_cast<Span::rep>(number * unit * 1000));
}

}  // namespace tamis::seeding
