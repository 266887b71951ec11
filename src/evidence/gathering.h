// SPDX-License-Identifier: Apache-2.0
// What the rules and the tree say of each block before anything is decided: phrases that match,
// class tokens of the elements around it, prose or not. One Evidence a block.
#pragma once

#include "tamis/evidence.h"

#include <optional>
#include <string>
#include <vector>

namespace tamis::evidence_detail {

struct Page {
  const Blocks& blocks;
  const Head& head;
  const Rules& rules;
  std::vector<BlockEvidence> evidence;
  std::vector<Hints> hints;  // one a container
};

Page gather(const Blocks& blocks, const Head& head, const Rules& rules);

// Marks the runs of teasers by their form alone: text and date in turn, titles that stand twice,
// cut-off texts one after the other. Called by gather.
void find_teaser_runs(Page& page);

// Without the readings that mirror sites write behind Traditional characters: 發(fā)展.
std::string without_annotations(std::string_view text);

// Letters and digits of a line, width and case folded, written-in pinyin left out.
std::string canonical_line(std::string_view text);

}  // namespace tamis::evidence_detail
