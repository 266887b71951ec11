// SPDX-License-Identifier: Apache-2.0
#include "memory/matches.h"

#include "base/utf8.h"
#include "memory/align.h"
#include "memory/lead.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace tamis::memory {
namespace {

enum class After { kSentence, kGoesOn, kEllipsis };

// What stands in the body behind the letter before `end`.
After behind(std::string_view body, const Canonical& letters, std::uint32_t end) {
  if (end >= letters.letters.size()) return After::kSentence;
  std::size_t at = letters.at[end - 1];
  const std::size_t next = letters.at[end];
  if (at >= next || next > body.size()) return After::kGoesOn;
  base::next_code_point(body, at);
  After found = After::kGoesOn;
  while (at < next) {
    const char32_t c = base::next_code_point(body, at);
    if (c == U'…') return After::kEllipsis;
    if (c == U'.' && body.substr(at, 2) == "..") return After::kEllipsis;
    if (c == U'。' || c == U'！' || c == U'？' || c == U'!' || c == U'?' || c == U';' ||
        c == U'；' || c == U'\n' || c == U'.') {
      found = After::kSentence;
    }
  }
  return found;
}

}  // namespace

std::vector<std::uint32_t> Matcher::candidates(std::u16string_view line) const {
  std::vector<std::uint32_t> pages;
  const auto ask = [&](const std::vector<std::uint64_t>& hashes, bool dense) {
    for (const std::uint64_t hash : hashes) {
      if (!dense && (hash & 1) != 0) continue;
      for (const Row& row : store_.bodies.find(hash, kMostRows)) {
        if (row.page != own_) pages.push_back(row.page);
      }
    }
  };
  ask(winnow(line.substr(0, kMostAligned)), false);
  ask(winnow(lead_of(line)), true);
  std::sort(pages.begin(), pages.end());
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (std::size_t i = 0; i < pages.size();) {
    const std::size_t first = i;
    while (i < pages.size() && pages[i] == pages[first]) ++i;
    order.emplace_back(i - first, pages[first]);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  pages.clear();
  for (const auto& [hits, page] : order) {
    if (pages.size() < kMostProved) pages.push_back(page);
  }
  return pages;
}

const Canonical& Matcher::text_of(std::uint32_t number) {
  const auto found = texts_.find(number);
  if (found != texts_.end()) return found->second;
  if (texts_.size() >= kMostTexts) texts_.clear();
  return texts_.emplace(number, canon_.read(store_.page(number).body)).first->second;
}

bool Matcher::holds(std::uint32_t page, std::u16string_view line) {
  return align(line, text_of(page).letters).has_value();
}

std::vector<Match> Matcher::find(std::u16string_view line) {
  std::vector<Match> out;
  if (line.size() < kLeastLetters) return out;
  for (const std::uint32_t page : candidates(line)) {
    const Canonical& text = text_of(page);
    const std::optional<Aligned> aligned = align(line, text.letters);
    if (!aligned || aligned->end == aligned->begin) continue;
    const After after = behind(store_.page(page).body, text, aligned->end);
    if (after == After::kEllipsis) continue;  // a teaser there as well
    out.push_back({page, aligned->begin, aligned->end,
                   static_cast<std::uint32_t>(text.letters.size()), aligned->edits,
                   after == After::kGoesOn});
  }
  std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
    return std::tuple(a.edits, a.begin > kLead, a.page) <
           std::tuple(b.edits, b.begin > kLead, b.page);
  });
  return out;
}

}  // namespace tamis::memory
