// SPDX-License-Identifier: Apache-2.0
// The articles of other pages that a line is a piece of: found by hash, proved on the text.
#pragma once

#include "memory/align.h"
#include "memory/store.h"
#include "memory/tally.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tamis::memory {

struct Match {
  std::uint32_t page = 0;
  std::uint32_t begin = 0, end = 0;  // letters of the page's body
  std::uint32_t size = 0;            // letters of all of it
  std::uint32_t edits = 0;
  bool cut = false;  // the article goes on within the sentence
};

// A line shorter than this is a piece of anything.
inline constexpr std::size_t kLeastLetters = 12;
// Where letters are no words, three of them count as one: "Interest Rates" is a piece of anything.
bool says_enough(std::u16string_view line);
// It needs this many bytes of UTF-8 at least, a digit counted as three.
inline constexpr std::size_t kLeastSaid = 3 * kLeastLetters;

// For one page; one thread.
class Matcher {
 public:
  Matcher(const Store& store, std::uint32_t own) : store_(store), own_(own) {}

  // Proved ones, best first: fewest edits, from the article's beginning, lowest page. At most
  // kMostProved texts are compared.
  std::vector<Match> find(std::u16string_view line);
  // Does the page's article hold the line?
  bool holds(std::uint32_t page, std::u16string_view line);
  StoredPage page(std::uint32_t number) const { return store_.page(number); }
  std::uint32_t own() const { return own_; }

 private:
  static constexpr std::size_t kMostRows = 64, kMostProved = 8, kOffsets = 3;
  // Letters of lines that one page's lines are compared by: no page costs more than some seconds.
  static constexpr std::size_t kMostLetters = 8u << 20;

  struct Candidate {
    std::uint32_t page = 0;
    std::size_t hits = 0;
    std::vector<std::ptrdiff_t> offsets;
  };
  // The rows of a run of the line.
  struct Answer {
    std::size_t begin = 0, rows = 0;  // in rows_
    std::uint32_t at = 0;             // where the run begins
    bool lead = false;                // a run of the line's lead, else a minimum of the line
  };

  std::vector<Candidate> candidates(std::u16string_view line);
  void ask(std::u16string_view line);
  void ask(const PlacedHash& run, bool lead);
  std::span<const Row> rows_of(const Answer& answer) const {
    return std::span(rows_).subspan(answer.begin, answer.rows);
  }
  std::vector<Candidate> most_hit();
  std::optional<Aligned> prove(std::u16string_view line, std::u16string_view text,
                               std::span<const std::ptrdiff_t> offsets);

  const Store& store_;
  std::uint32_t own_;
  std::vector<Answer> answers_;  // to the last line
  std::vector<Row> rows_;        // of all of them
  std::size_t minima_ = 0, lead_ = 0;
  Tally tally_;
  std::size_t budget_ = kMostLetters;
};

}  // namespace tamis::memory
