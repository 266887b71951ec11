// SPDX-License-Identifier: Apache-2.0
#include "evidence/gathering.h"

namespace tamis::evidence_detail {

namespace {

constexpr BlockId kReach = 8;  // blocks between two teasers of one run
constexpr std::size_t kTitleBytes = 12;
constexpr float kTeaserUnits = 8;

// "text, date" in turn, at least three times.
void mark_dated(Page& page) {
  const auto& blocks = page.blocks.blocks;
  std::vector<BlockId> run;
  const auto close = [&] {
    if (run.size() >= 3) {
      for (const BlockId b : run) page.evidence[b].teaser = page.evidence[b + 1].teaser = true;
    }
    run.clear();
  };
  for (BlockId b = 0; b + 1 < blocks.size(); ++b) {
    const bool item =
        blocks[b].stats.units >= kTeaserUnits && !blocks[b].date_only && blocks[b + 1].date_only;
    if (!item) continue;
    if (!run.empty() && b - run.back() > 3) close();
    run.push_back(b);
  }
  close();
}

// A title on two lines in a row, and the text behind it.
void mark_doubled(Page& page) {
  const auto& blocks = page.blocks.blocks;
  for (BlockId b = 0; b + 2 < blocks.size(); ++b) {
    const std::string& title = page.evidence[b].canonical;
    if (title.size() < kTitleBytes || title != page.evidence[b + 1].canonical) continue;
    if (!blocks[b + 2].truncated && blocks[b + 2].stats.units < kTeaserUnits) continue;
    const bool cut = blocks[b + 2].truncated || (b + 3 < blocks.size() && blocks[b + 3].date_only);
    if (!cut) continue;
    for (BlockId i = b; i <= b + 2; ++i) page.evidence[i].teaser = true;
  }
}

// Cut-off texts near each other.
void mark_cut(Page& page) {
  const auto& blocks = page.blocks.blocks;
  BlockId previous = kNone;
  for (BlockId b = 0; b < blocks.size(); ++b) {
    if (!blocks[b].truncated || blocks[b].stats.units < kTeaserUnits) continue;
    if (previous != kNone && b - previous <= kReach) {
      page.evidence[b].teaser = page.evidence[previous].teaser = true;
    }
    previous = b;
  }
}

// On a page with a tree a teaser stands in one of several alike elements, most of them linked.
bool in_alike_items(const Page& page, BlockId b) {
  int levels = 0;
  for (ContainerId c = page.blocks.blocks[b].container; c != kNone && levels < 4; ++levels) {
    const Container& at = page.blocks.containers[c];
    if (at.siblings_alike >= 3 && at.siblings_linked * 2 >= at.siblings_alike) return true;
    c = at.parent;
  }
  return false;
}

}  // namespace

void find_teaser_runs(Page& page) {
  mark_dated(page);
  mark_doubled(page);
  mark_cut(page);
  if (page.blocks.from_text) return;
  for (BlockId b = 0; b < page.evidence.size(); ++b) {
    BlockEvidence& e = page.evidence[b];
    e.teaser = e.teaser && in_alike_items(page, b);
  }
}

}  // namespace tamis::evidence_detail
