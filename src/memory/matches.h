// SPDX-License-Identifier: Apache-2.0
// The articles of other pages that a line is a piece of: found by hash, proved on the text.
#pragma once

#include "memory/align.h"
#include "memory/store.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
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

// For one page; one thread.
class Matcher {
 public:
  Matcher(const Store& store, const Canon& canon, std::uint32_t own)
      : store_(store), canon_(canon), own_(own) {}

  // Proved ones, best first: fewest edits, from the article's beginning, lowest page. At most
  // kMostProved texts are compared.
  std::vector<Match> find(std::u16string_view line);
  // Does the page's article hold the line?
  bool holds(std::uint32_t page, std::u16string_view line);
  StoredPage page(std::uint32_t number) const { return store_.page(number); }
  std::uint32_t own() const { return own_; }

 private:
  static constexpr std::size_t kMostRows = 64, kMostProved = 8, kOffsets = 3, kMostTexts = 64;
  // Letters of lines that one page's lines are compared by: no page costs more than some seconds.
  static constexpr std::size_t kMostLetters = 8u << 20;

  struct Candidate {
    std::uint32_t page = 0;
    std::size_t hits = 0;
    std::vector<std::ptrdiff_t> offsets;
  };

  std::vector<Candidate> candidates(std::u16string_view line) const;
  std::optional<Aligned> prove(std::u16string_view line, const Candidate& candidate);
  const Canonical& text_of(std::uint32_t number);

  const Store& store_;
  const Canon& canon_;
  std::uint32_t own_;
  std::map<std::uint32_t, Canonical> texts_;
  std::size_t budget_ = kMostLetters;
};

}  // namespace tamis::memory
