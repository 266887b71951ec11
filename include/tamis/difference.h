// SPDX-License-Identifier: Apache-2.0
// difference: what became of an article between two looks at it.
#pragma once

#include "tamis/fingerprint.h"
#include "tamis/relate.h"
#include "tamis/rules.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tamis {

enum class DifferenceKind : std::uint8_t {
  kSame,        // white space at most
  kTypo,        // a few letters or marks, no figure
  kCorrection,  // what was said is said otherwise: figures, names, sentences
  kLaterFacts,  // what was said stands; more is said
  kRetraction,  // taken back: rules/changes.tsv has the words
  kRewrite,     // hardly anything is left
  kGone,        // the page is no longer there (never of two texts)
  kBack,        // it is there again (never of two texts)
};
const char* difference_name(DifferenceKind kind);  // "typo", "later-facts", ...

// One look at an article.
struct Reading {
  std::string title, text;  // text: one paragraph a line
};

struct Difference {
  DifferenceKind kind = DifferenceKind::kSame;
  std::vector<std::string> removed, added;  // lines, in order; the titles first where they differ
  std::vector<std::string> facts;           // figures: "940例|945例", "12人|", "|3月"
  double score = 1;                         // share of the new text's shingles that the old one has
};

// Judges pairs of readings. Immutable; any thread.
class Differ {
 public:
  explicit Differ(const Rules& rules);  // Failure: FILE:LINE
  Difference judge(const Reading& before, const Reading& after) const;

 private:
  bool takes_back(const Reading& reading) const;
  Canon canon_;
  std::vector<std::string> retractions_;
};

}  // namespace tamis
