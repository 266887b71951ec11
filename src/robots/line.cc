// SPDX-License-Identifier: Apache-2.0
#include "robots/line.h"

#include "base/suggest.h"
#include "tamis/robots.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tamis::robots {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpace(" \t\v\f\0", 5);

constexpr std::array<std::pair<std::string_view, Key>, 5> kKeys{{{"user-agent", Key::kUserAgent},
                                                                 {"allow", Key::kAllow},
                                                                 {"disallow", Key::kDisallow},
                                                                 {"crawl-delay", Key::kCrawlDelay},
                                                                 {"sitemap", Key::kSitemap}}};
constexpr std::size_t kLongestKey = 16;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(kSpace);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Webmasters misspell (disalow, user agent, crawldelay) and mean it: a quarter of the letters may
// be wrong, and no two of the keys are that near.
Key key_of(std::string_view word) {
  if (word.empty() || word.size() > kLongestKey) return Key::kOther;
  std::string lower(word);
  for (char& c : lower) {
    if (c < ' ' || c > '~') return Key::kOther;  // no slip of the keyboard
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  for (const auto& [name, key] : kKeys)
    if (lower == name) return key;
  for (const auto& [name, key] : kKeys) {
    const std::size_t allowed = name.size() / 4;
    if (lower.size() + allowed >= name.size() && lower.size() <= name.size() + allowed &&
        base::edit_distance(lower, name) <= allowed)
      return key;
  }
  return Key::kOther;
}

// The file as far as it is read: a rule that the limit cuts would forbid more than it says.
std::string_view within_limit(std::string_view bytes) {
  if (bytes.size() <= kRobotsBytes) return bytes;
  const auto end = bytes.find_last_of("\r\n", kRobotsBytes - 1);
  return end == bytes.npos ? std::string_view() : bytes.substr(0, end);
}

}  // namespace

LineReader::LineReader(std::string_view bytes) : rest_(within_limit(bytes)) {
  for (const char c : kMark) {
    if (rest_.empty() || rest_.front() != c) break;
    rest_.remove_prefix(1);
  }
}

bool LineReader::next(Line& out) {
  while (!rest_.empty()) {
    const auto end = rest_.find_first_of("\r\n");
    std::string_view line = rest_.substr(0, end);
    const bool carriage_return = end != rest_.npos && rest_[end] == '\r';
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
    if (carriage_return && rest_.starts_with('\n')) rest_.remove_prefix(1);
    ++number_;
    line = trim(line.substr(0, line.find('#')));
    const auto colon = line.find(':');
    if (colon == line.npos) continue;
    out = {number_, key_of(trim(line.substr(0, colon))), trim(line.substr(colon + 1)), line};
    return true;
  }
  return false;
}

}  // namespace tamis::robots
