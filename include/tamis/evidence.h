// SPDX-License-Identifier: Apache-2.0
// gather_evidence: what rules, form and place say of each block before anything is decided:
// phrases that match, class tokens around it, prose or not, where headline and main text stand.
#pragma once

#include "tamis/head.h"
#include "tamis/rules.h"
#include "tamis/segment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tamis {

// What the class and id tokens of one element say.
struct Hints {
  std::optional<TokenHint> drop;
  std::optional<TokenHint> keep;
};

struct BlockEvidence {
  std::optional<PhraseHit> phrase;  // strongest hit that speaks for dropping or naming the line
  // For each label the strength of the strongest phrase of any length: 0 none, 1 weak ... 3 strong.
  std::array<std::uint8_t, kLabelCount> phrases{};
  bool dateline = false;           // opens like a news agency's paragraph
  bool prose = false;              // reads like a paragraph of running text
  std::optional<TokenHint> token;  // strongest dropping class token around the block
  ContainerId token_at = kNone;    // whose token it is; kNone: an inline element's
  bool teaser = false;             // stands in a run of teasers
  Hints names;                     // of the inline elements in it
  std::string canonical;           // letters and digits only, folded; at most 1,200 bytes read
};

// Where the main text stands by the weights of blocks; the model weighs this with much else.
struct MainText {
  ContainerId container = kNone;  // kNone: plain text, or no tree
  BlockId first = 0, last = 0;    // its blocks [first, last)
};

struct TitleFound {
  BlockId block = kNone;
  std::vector<BlockId> repeats;  // the headline once more
};

struct PageEvidence {
  std::vector<BlockEvidence> blocks;  // one a block, same order
  std::vector<Hints> containers;      // one a container, of its own names
  MainText main;
  TitleFound title;
};

// `head` gives the titles to look for (empty Head: plain text). Pure; any thread.
PageEvidence gather_evidence(const Blocks& blocks, const Head& head, const Rules& rules);

}  // namespace tamis
