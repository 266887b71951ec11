// SPDX-License-Identifier: Apache-2.0
#include "memory/matches.h"

#include "base/utf8.h"
#include "memory/align.h"
#include "memory/lead.h"
#include "memory/places.h"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

namespace tamis::memory {
namespace {

// A page is looked at when one in so many of the line's hashes is its: an article keeps two in
// seventeen of its runs of letters, a short line two in seven, so of a true piece two in five are
// met. In Latin script most pages share some run of eight letters with any line.
constexpr std::size_t kLeastShare = 5;

// A run of the line that the page's article has: the line may begin at `offset` of it.
struct Hit {
  std::uint32_t page = 0;
  std::ptrdiff_t offset = 0;
  bool lead = false;  // asked for as a run of the line's lead, else as a minimum of the line

  auto operator<=>(const Hit&) const = default;
};

// The offsets of one page's hits (ascending), most hits first.
std::vector<std::ptrdiff_t> best_offsets(std::span<const Hit> hits, std::size_t most) {
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> votes;  // (minus the hits, offset)
  for (const Hit& hit : hits) {
    if (votes.empty() || votes.back().second != hit.offset) votes.emplace_back(0, hit.offset);
    --votes.back().first;
  }
  std::sort(votes.begin(), votes.end());
  std::vector<std::ptrdiff_t> out;
  for (const auto& [count, offset] : votes) {
    if (out.size() < most) out.push_back(offset);
  }
  return out;
}

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

bool says_enough(std::u16string_view line) {
  constexpr char16_t kFirstWords = 0x2E80;  // CJK radicals: from here on a letter is a word
  constexpr std::size_t kWord = 3;
  std::size_t said = 0;
  for (const char16_t c : line) {
    const bool digit = c >= u'0' && c <= u'9';
    said += digit || c >= kFirstWords ? kWord : 1;
  }
  return said >= kWord * kLeastLetters;
}

std::vector<Matcher::Candidate> Matcher::candidates(std::u16string_view line) const {
  std::vector<Hit> hits;
  const auto ask = [&](const PlacedHash& run, bool lead) {
    for (const Row& row : store_.bodies.find(run.hash, kMostRows)) {
      const std::ptrdiff_t offset = static_cast<std::ptrdiff_t>(row.at) - run.at;
      if (row.page != own_) hits.push_back({row.page, offset, lead});
    }
  };
  std::size_t asked = 0, asked_lead = 0;
  for (const PlacedHash& run : winnow_placed(line.substr(0, kMostAligned))) {
    if ((run.hash & 1) != 0) continue;
    ++asked;
    ask(run, false);
  }
  for (const PlacedHash& run : winnow_placed(lead_of(line))) {
    ++asked_lead;
    ask(run, true);
  }
  std::sort(hits.begin(), hits.end());
  std::vector<Candidate> found;
  for (auto from = hits.begin(); from != hits.end();) {
    const auto to =
        std::find_if(from, hits.end(), [&](const Hit& h) { return h.page != from->page; });
    const auto lead =
        static_cast<std::size_t>(std::count_if(from, to, [](const Hit& h) { return h.lead; }));
    const auto all = static_cast<std::size_t>(to - from) - lead;
    if (all * kLeastShare >= asked || lead * kLeastShare >= asked_lead)
      found.push_back({from->page, all + lead, best_offsets({from, to}, kOffsets)});
    from = to;
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.hits > b.hits; });
  if (found.size() > kMostProved) found.resize(kMostProved);
  return found;
}

const Canonical& Matcher::text_of(std::uint32_t number) {
  const auto found = texts_.find(number);
  if (found != texts_.end()) return found->second;
  if (texts_.size() >= kMostTexts) texts_.clear();
  return texts_.emplace(number, canon_.read(store_.page(number).body)).first->second;
}

std::optional<Aligned> Matcher::prove(std::u16string_view line, const Candidate& candidate) {
  const std::size_t cost = std::min(line.size(), kMostAligned);
  if (cost > budget_) return std::nullopt;
  budget_ -= cost;
  return align(line, store_.page(candidate.page).letters, candidate.offsets);
}

bool Matcher::holds(std::uint32_t page, std::u16string_view line) {
  if (store_.page(page).letters.find(line) != std::u16string_view::npos) return true;
  std::vector<Hit> hits;
  for (const std::u16string_view part : {line.substr(0, kMostAligned), lead_of(line)}) {
    for (const PlacedHash& run : winnow_placed(part)) {
      const Row* row = store_.bodies.find_at(run.hash, page);
      if (row == nullptr) continue;
      hits.push_back({page, static_cast<std::ptrdiff_t>(row->at) - run.at, false});
    }
  }
  std::sort(hits.begin(), hits.end());
  return prove(line, {page, hits.size(), best_offsets(hits, kOffsets)}).has_value();
}

std::vector<Match> Matcher::find(std::u16string_view line) {
  std::vector<Match> out;
  if (!says_enough(line)) return out;
  for (const Candidate& candidate : candidates(line)) {
    const std::optional<Aligned> aligned = prove(line, candidate);
    if (!aligned || aligned->end == aligned->begin) continue;
    const Canonical& text = text_of(candidate.page);
    const After after = behind(store_.page(candidate.page).body, text, aligned->end);
    if (after == After::kEllipsis) continue;  // a teaser there as well
    out.push_back({candidate.page, aligned->begin, aligned->end,
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
