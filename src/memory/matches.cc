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

// A page is looked at when one in so many of the line's hashes is its: an article keeps two in
// seventeen of its runs of letters, a short line two in seven, so of a true piece two in five are
// met. In Latin script most pages share some run of eight letters with any line.
constexpr std::size_t kLeastShare = 5;

struct Hits {
  std::size_t all = 0, lead = 0;
};

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
  std::map<std::uint32_t, Hits> hits;
  std::size_t asked = 0, asked_lead = 0;
  for (const std::uint64_t hash : winnow(line.substr(0, kMostAligned))) {
    if ((hash & 1) != 0) continue;
    ++asked;
    for (const Row& row : store_.bodies.find(hash, kMostRows)) ++hits[row.page].all;
  }
  for (const std::uint64_t hash : winnow(lead_of(line))) {
    ++asked_lead;
    for (const Row& row : store_.bodies.find(hash, kMostRows)) ++hits[row.page].lead;
  }
  hits.erase(own_);
  std::vector<std::pair<std::size_t, std::uint32_t>> order;
  for (const auto& [page, found] : hits) {
    if (found.all * kLeastShare >= asked || found.lead * kLeastShare >= asked_lead)
      order.emplace_back(found.all + found.lead, page);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > kMostProved) order.resize(kMostProved);
  std::vector<std::uint32_t> pages;
  pages.reserve(order.size());
  for (const auto& [found, page] : order) pages.push_back(page);
  return pages;
}

const Canonical& Matcher::text_of(std::uint32_t number) {
  const auto found = texts_.find(number);
  if (found != texts_.end()) return found->second;
  if (texts_.size() >= kMostTexts) texts_.clear();
  return texts_.emplace(number, canon_.read(store_.page(number).body)).first->second;
}

bool Matcher::spend(std::size_t letters) {
  if (letters > budget_) return false;
  budget_ -= letters;
  return true;
}

bool Matcher::holds(std::uint32_t page, std::u16string_view line) {
  const std::u16string& letters = text_of(page).letters;
  return spend(letters.size()) && align(line, letters).has_value();
}

std::vector<Match> Matcher::find(std::u16string_view line) {
  std::vector<Match> out;
  if (line.size() < kLeastLetters) return out;
  for (const std::uint32_t page : candidates(line)) {
    const Canonical& text = text_of(page);
    if (!spend(text.letters.size())) break;
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
