// SPDX-License-Identifier: Apache-2.0
// Half of the lines of a real article are short: whether they belong to it, their neighbours tell
// (jusText's second pass, over blocks).
#include "label/draft.h"

#include <algorithm>

namespace tamis::label_detail {

namespace {

constexpr int kWindow = 3;

// Kept prose among the `kWindow` neighbours on one side, as a share.
float good_side(const Page& page, const MainText& main, const Drafts& drafts, BlockId b, int step) {
  int seen = 0, good = 0;
  for (std::int64_t at = std::int64_t{b} + step;
       at >= main.first && at < main.last && seen < kWindow; at += step) {
    const auto other = static_cast<BlockId>(at);
    ++seen;
    good += drafts.kept(other) &&
            (page.evidence[other].prose || page.blocks.blocks[other].stats.units > 8);
  }
  return seen == 0 ? 0 : static_cast<float>(good) / static_cast<float>(seen);
}

// From the last paragraph on, short lines without an end are not the article's.
void trim_tail(const Page& page, const MainText& main, Drafts& drafts) {
  BlockId last_prose = main.first;
  for (BlockId b = main.first; b < main.last; ++b) {
    if (drafts.kept(b) && page.evidence[b].prose) last_prose = b;
  }
  if (last_prose == main.first) return;
  std::vector<BlockId> tail;
  for (BlockId b = last_prose + 1; b < main.last; ++b) {
    if (drafts.kept(b)) tail.push_back(b);
  }
  for (const BlockId b : tail) {
    const Block& block = page.blocks.blocks[b];
    if (block.ends_sentence && block.stats.links == 0) continue;
    if (block.stats.units > 12 && block.stats.links == 0) continue;
    drafts.change(b, block.stats.links > 0 ? LabelName::kRecLink : LabelName::kUi,
                  "neighbours: short lines after the last paragraph", false);
  }
}

}  // namespace

void smooth(const Page& page, const MainText& main, Drafts& drafts) {
  trim_tail(page, main, drafts);
  for (BlockId b = main.first; b < main.last; ++b) {
    if (drafts[b].firm) continue;
    const Block& block = page.blocks.blocks[b];
    const float before = good_side(page, main, drafts, b, -1);
    const float after = good_side(page, main, drafts, b, +1);
    const bool linked = block.stats.link_density() >= 0.5F;
    const bool follows_kept = b > main.first && drafts.kept(b - 1);
    if (!drafts.kept(b) && linked && follows_kept && before > 0.6F && after > 0.6F &&
        block.stats.links == 1) {
      drafts.change(b, LabelName::kBody, "neighbours: a linked line between paragraphs", false);
    } else if (drafts.kept(b) && !page.evidence[b].prose && linked && before + after < 0.7F) {
      drafts.change(b, LabelName::kRecLink, "neighbours: a link with no paragraph near", false);
    }
  }
}

}  // namespace tamis::label_detail
