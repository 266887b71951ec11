// SPDX-License-Identifier: Apache-2.0
#include "tamis/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace tamis {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr unsigned kMinutesOfDay = 1440;
constexpr unsigned kMostOffset = 14 * 60;  // minutes; Kiritimati

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<unsigned> day_of(std::string_view name) {
  const auto found = std::find(kDays.begin(), kDays.end(), name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<unsigned>(found - kDays.begin());
}

// "Mon", "Mon-Fri", "Fri-Mon", "Mon,Wed-Fri"; 0: it is none of these.
std::uint8_t days_of(std::string_view text) {
  unsigned days = 0;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t dash = part.find('-');
    const auto first = day_of(part.substr(0, dash));
    const auto last = dash == part.npos ? first : day_of(part.substr(dash + 1));
    if (!first || !last) return 0;
    for (unsigned day = *first;; day = (day + 1) % 7) {
      days |= 1U << day;
      if (day == *last) break;
    }
  }
  return static_cast<std::uint8_t>(days);
}

// "HH:MM" in minutes.
std::optional<unsigned> minutes_of(std::string_view text) {
  const auto digit = [&](std::size_t at) { return static_cast<unsigned>(text[at] - '0'); };
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0, 1, 3, 4})
    if (text[at] < '0' || text[at] > '9') return std::nullopt;
  if (digit(3) > 5) return std::nullopt;
  return (10 * digit(0) + digit(1)) * 60 + 10 * digit(3) + digit(4);
}

bool read_hours(std::string_view text, CalendarWindow& window) {
  const std::size_t dash = text.find('-');
  if (dash == text.npos) return false;
  const auto from = minutes_of(text.substr(0, dash)), until = minutes_of(text.substr(dash + 1));
  if (!from || !until || *from >= kMinutesOfDay || *until > kMinutesOfDay) return false;
  window.from = static_cast<std::uint16_t>(*from);
  window.until = static_cast<std::uint16_t>(*until);
  return true;
}

bool read_zone(std::string_view text, CalendarWindow& window) {
  if (text == "Z" || text == "UTC") return true;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  const auto minutes = minutes_of(text.substr(1));
  if (!minutes || *minutes > kMostOffset) return false;
  window.offset = static_cast<std::int32_t>(*minutes) * (text[0] == '-' ? -60 : 60);
  return true;
}

}  // namespace

std::optional<CalendarWindow> window_from_text(std::string_view text) {
  const std::vector<std::string_view> words = split(text, ' ');
  CalendarWindow window;
  std::size_t at = 0;
  if (at < words.size() && words[at].find(':') == std::string_view::npos) {
    window.days = days_of(words[at++]);
    if (window.days == 0) return std::nullopt;
  }
  if (at == words.size() || !read_hours(words[at++], window)) return std::nullopt;
  if (at < words.size() && !read_zone(words[at++], window)) return std::nullopt;
  if (at != words.size()) return std::nullopt;
  return window;
}

std::string window_text(const CalendarWindow& window) {
  std::string text;
  for (unsigned day = 0; day < 7; ++day)
    if ((window.days >> day & 1) != 0) text.append(text.empty() ? "" : ",").append(kDays[day]);
  const int minutes = window.offset / 60;
  const int size = minutes < 0 ? -minutes : minutes;
  std::array<char, 40> hours{};
  std::snprintf(hours.data(), hours.size(), " %02d:%02d-%02d:%02d %c%02d:%02d", window.from / 60,
                window.from % 60, window.until / 60, window.until % 60, minutes < 0 ? '-' : '+',
                size / 60, size % 60);
  return text + hours.data();
}

}  // namespace tamis
