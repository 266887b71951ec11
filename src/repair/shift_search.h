// SPDX-License-Identifier: Apache-2.0
// The search for what stood in text that is one byte off.
//
// What happened: a tool put "(jié)" behind the bytes of 節 wherever it found them, also where they
// were the second byte of one character and the first of the next. From there a decoder pairs the
// bytes wrongly, until a character with an ASCII second byte, or another bracket, ends it. A bad
// pair it writes as "?" (and so swallows the bracket) or as U+FFFD; private use may have been
// dropped since.
//
// How it is undone: a walk over the characters with one state, the byte still owed to the next
// character (none: aligned). Every way to go on is kept that GBK allows, weighed by bigrams; ways
// that meet in the same state merge (Viterbi), the rest is a beam. What lost against the best way,
// and how narrowly, is the margin.
#pragma once

#include "repair/disguise.h"
#include "repair/edits.h"
#include "repair/language_data.h"
#include "repair/tokens.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace tamis::repairing {

struct ShiftPage {
  std::string_view text;
  const LanguageData& data;
  const Disguise& disguise;
  bool html = false;
  bool private_use_kept = false;     // the text has private-use characters: none was dropped
  bool folded = false;               // full-width ASCII was folded: what comes back is, too
  std::uint64_t steps = 40'000'000;  // left for this page; about a second of CPU
};

class ShiftSearch {
 public:
  ShiftSearch(ShiftPage& page, const std::vector<Token>& tokens);
  ~ShiftSearch();

  // Walks from the onset at tokens[at] until it is clear what stood there. `before` is the
  // character before it. Appends edits; returns the token to go on from and the last character
  // before it.
  struct End {
    std::size_t token;
    char32_t last;
  };
  End run(std::size_t at, char32_t before, std::vector<Edit>& edits);

 private:
  class Walk;
  std::unique_ptr<Walk> walk_;
};

// A question mark or U+FFFD with an exclamation mark behind it: how the full stop of ".“" looks
// with a byte between its two.
bool is_quote_onset(const std::vector<Token>& tokens, std::size_t at);

}  // namespace tamis::repairing
