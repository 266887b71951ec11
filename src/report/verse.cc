// SPDX-License-Identifier: Apache-2.0
#include "report/verse.h"

#include "base/columns.h"
#include "base/utf8.h"

#include <algorithm>
#include <string_view>

namespace tamis::report {

namespace {

constexpr std::size_t kShortLine = 64;  // cells: 32 Chinese characters
constexpr std::size_t kSpeaker = 20;    // cells of a name before a colon
constexpr std::size_t kLeastVerse = 4, kLeastCharacters = 4, kMostCharacters = 16;

// "记者：近况如何？", "Q: How are you?"
bool has_speaker(std::string_view line) {
  for (const std::string_view colon : {"：", ":"}) {
    const std::size_t at = line.find(colon);
    if (at == std::string_view::npos || at == 0) continue;
    if (base::width_of(line.substr(0, at)) > kSpeaker) continue;
    if (!base::trim(line.substr(at + colon.size())).empty()) return true;
  }
  return false;
}

// Chinese characters of a line that has nothing else but punctuation; 0 otherwise.
std::size_t characters_of_verse(std::string_view line) {
  if (line.size() > 3 * (kMostCharacters + 4)) return 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = base::next_code_point(line, at);
    if (base::is_han(c)) {
      ++count;
    } else if (c == U'：' || c == U'“' || !base::is_punctuation(c)) {
      return 0;
    }
  }
  return count >= kLeastCharacters && count <= kMostCharacters ? count : 0;
}

bool same_frames(const BlockRecord& a, const BlockRecord& b) {
  return std::equal(a.frames.begin(), a.frames.end(), b.frames.begin(), b.frames.end(),
                    [](const Frame& x, const Frame& y) { return x.id == y.id; });
}

}  // namespace

bool is_stanza(std::span<const BlockRecord* const> lines) {
  const auto is_short = [](const BlockRecord* line) {
    return line->text.size() <= 3 * kShortLine && base::width_of(line->text) <= kShortLine;
  };
  if (!std::all_of(lines.begin(), lines.end(), is_short)) return false;
  const auto speakers = std::count_if(
      lines.begin(), lines.end(), [](const BlockRecord* line) { return has_speaker(line->text); });
  return speakers < 2;
}

std::size_t regular_verse(std::span<const BlockRecord* const> lines) {
  const BlockRecord& first = *lines.front();
  const std::size_t characters = first.tag == Tag::kP ? characters_of_verse(first.text) : 0;
  if (characters == 0) return 0;
  std::size_t count = 1;
  while (count < lines.size() && lines[count]->tag == Tag::kP &&
         lines[count]->n == lines[count - 1]->n + 1 && is_kept(lines[count]->label.name) &&
         lines[count]->label.name == first.label.name && same_frames(first, *lines[count]) &&
         characters_of_verse(lines[count]->text) == characters) {
    ++count;
  }
  return count >= kLeastVerse ? count : 0;
}

}  // namespace tamis::report
