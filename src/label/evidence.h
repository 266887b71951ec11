// SPDX-License-Identifier: Apache-2.0
// What the rules and the tree say of each block before anything is decided: phrases that match,
// class tokens of the elements around it, prose or not. One Evidence a block.
#pragma once

#include "tamis/head.h"
#include "tamis/rules.h"
#include "tamis/segment.h"

#include <optional>
#include <string>
#include <vector>

namespace tamis::label_detail {

struct Evidence {
  std::optional<PhraseHit> phrase;  // strongest hit that speaks for dropping or naming the line
  bool dateline = false;            // opens like a news agency's paragraph
  bool prose = false;               // reads like a paragraph of running text
  std::optional<TokenHint> token;   // strongest dropping class token around the block
  ContainerId token_at = kNone;     // whose token it is; kNone: an inline element's
  bool teaser = false;              // stands in a run of teasers (find_teaser_runs)
  std::string canonical;            // letters and digits only, folded
};

struct Page {
  const Blocks& blocks;
  const Head& head;
  const Rules& rules;
  std::vector<Evidence> evidence;
};

Page gather(const Blocks& blocks, const Head& head, const Rules& rules);

// Marks the runs of teasers by their form alone: text and date in turn, titles that stand twice,
// cut-off texts one after the other. Called by gather.
void find_teaser_runs(Page& page);

// Without the readings that mirror sites write behind Traditional characters: 發(fā)展.
std::string without_annotations(std::string_view text);

// Letters and digits of a line, width and case folded, written-in pinyin left out.
std::string canonical_line(std::string_view text);

// "rules/phrases.tsv:12"
std::string reason_of(const PhraseHit& hit);
std::string reason_of(const TokenHint& hint);

}  // namespace tamis::label_detail
