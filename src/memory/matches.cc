// SPDX-License-Identifier: Apache-2.0
#include "memory/matches.h"

#include "memory/align.h"
#include "memory/behind.h"
#include "memory/lead.h"
#include "memory/places.h"

#include <algorithm>
#include <tuple>

namespace tamis::memory {
namespace {

// A page is looked at when one in so many of the line's hashes is its: an article keeps two in
// seventeen of its runs of letters, a short line two in seven, so of a true piece two in five are
// met. In Latin script most pages share some run of eight letters with any line.
constexpr std::size_t kLeastShare = 5;

// Of where one page's hits have the line begin, what most of them say; takes `offsets` to pieces.
std::vector<std::ptrdiff_t> best_offsets(std::vector<std::ptrdiff_t>& offsets, std::size_t most) {
  std::sort(offsets.begin(), offsets.end());
  std::vector<std::pair<std::ptrdiff_t, std::ptrdiff_t>> votes;  // (minus the hits, offset)
  for (const std::ptrdiff_t offset : offsets) {
    if (votes.empty() || votes.back().second != offset) votes.emplace_back(0, offset);
    --votes.back().first;
  }
  std::sort(votes.begin(), votes.end());
  offsets.clear();
  for (const auto& [count, offset] : votes) {
    if (offsets.size() < most) offsets.push_back(offset);
  }
  return std::move(offsets);
}

std::ptrdiff_t offset_of(const Row& row, std::uint32_t at) {
  return static_cast<std::ptrdiff_t>(row.at) - at;
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

void Matcher::ask(std::u16string_view line) {
  answers_.clear();
  rows_.clear();
  minima_ = lead_ = 0;
  const PlacedRuns runs = placed_runs(line.substr(0, kMostAligned));
  for (const PlacedHash& run : runs.minima) {
    if ((run.hash & 1) != 0) continue;
    ++minima_;
    ask(run, false);
  }
  for (const PlacedHash& run : runs.lead) {
    ++lead_;
    ask(run, true);
  }
}

void Matcher::ask(const PlacedHash& run, bool lead) {
  const std::size_t found = store_.bodies.find(run.hash, kMostRows, rows_);
  answers_.push_back({rows_.size() - found, found, run.at, lead});
}

// Without their offsets.
std::vector<Matcher::Candidate> Matcher::most_hit() {
  tally_.begin(rows_.size());
  for (const Answer& answer : answers_) {
    for (const Row& row : rows_of(answer)) {
      if (row.page == own_) continue;
      Tally::Count& count = tally_.of(row.page);
      ++(answer.lead ? count.lead : count.minima);
    }
  }
  std::vector<Candidate> found;
  for (const std::uint32_t place : tally_.places()) {
    const Tally::Count& count = tally_.at(place);
    if (count.minima * kLeastShare >= minima_ || count.lead * kLeastShare >= lead_)
      found.push_back({count.page, count.minima + count.lead, {}});
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.hits != b.hits ? a.hits > b.hits : a.page < b.page;
  });
  if (found.size() > kMostProved) found.resize(kMostProved);
  return found;
}

std::vector<Matcher::Candidate> Matcher::candidates(std::u16string_view line) {
  ask(line);
  std::vector<Candidate> found = most_hit();
  if (found.empty()) return found;
  for (std::uint32_t i = 0; i < found.size(); ++i) tally_.of(found[i].page).rank = i;
  for (const Answer& answer : answers_) {
    for (const Row& row : rows_of(answer)) {
      if (row.page == own_) continue;
      const std::uint32_t rank = tally_.of(row.page).rank;
      if (rank != Tally::kUnranked) found[rank].offsets.push_back(offset_of(row, answer.at));
    }
  }
  for (Candidate& candidate : found) candidate.offsets = best_offsets(candidate.offsets, kOffsets);
  return found;
}

std::optional<Aligned> Matcher::prove(std::u16string_view line, std::u16string_view text,
                                      std::span<const std::ptrdiff_t> offsets) {
  const std::size_t cost = std::min(line.size(), kMostAligned);
  if (cost > budget_) return std::nullopt;
  budget_ -= cost;
  return align(line, text, offsets);
}

bool Matcher::holds(std::uint32_t page, std::u16string_view line) {
  const std::u16string_view text = store_.page(page).letters;
  if (text.find(line) != std::u16string_view::npos) return true;
  const PlacedRuns runs = placed_runs(line.substr(0, kMostAligned));
  std::vector<std::ptrdiff_t> offsets;
  for (const auto* part : {&runs.minima, &runs.lead}) {
    for (const PlacedHash& run : *part) {
      const std::optional<Row> row = store_.bodies.find_at(run.hash, page);
      if (row) offsets.push_back(offset_of(*row, run.at));
    }
  }
  return prove(line, text, best_offsets(offsets, kOffsets)).has_value();
}

std::vector<Match> Matcher::find(std::u16string_view line) {
  std::vector<Match> out;
  if (!says_enough(line)) return out;
  for (const Candidate& candidate : candidates(line)) {
    const StoredPage page = store_.page(candidate.page);
    const std::optional<Aligned> aligned = prove(line, page.letters, candidate.offsets);
    if (!aligned || aligned->end == aligned->begin) continue;
    const Behind after = behind(page.behind, page.letters.size(), aligned->end);
    if (after == Behind::kEllipsis) continue;  // a teaser there as well
    out.push_back({candidate.page, aligned->begin, aligned->end,
                   static_cast<std::uint32_t>(page.letters.size()), aligned->edits,
                   after == Behind::kGoesOn});
  }
  std::sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
    return std::tuple(a.edits, a.begin > kLead, a.page) <
           std::tuple(b.edits, b.begin > kLead, b.page);
  });
  return out;
}

}  // namespace tamis::memory
