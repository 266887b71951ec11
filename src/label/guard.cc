// SPDX-License-Identifier: Apache-2.0
// Guard rails: deletions that leave next to nothing are undone (trafilatura's seventh), and where a
// plain reading of the page has an article the result is never empty.
#include "label/draft.h"

#include <algorithm>

namespace tamis::label_detail {

namespace {

constexpr float kSeventh = 1.0F / 7;

// What a plain reading would keep of a block's text.
float plain_units(const Page& page, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  return page.evidence[b].prose ? block.stats.units - block.stats.link_units : 0;
}

bool may_return(const Draft& draft) {
  switch (draft.label.name) {
    case LabelName::kTitle:
    case LabelName::kSelfRef:
    case LabelName::kShare:
    case LabelName::kTags: return false;
    case LabelName::kCopyright:
    case LabelName::kContact: return !draft.label.reason.starts_with("rules/phrases");
    default: return true;
  }
}

void restore(const Page& page, const MainText& main, Drafts& drafts) {
  float kept = 0, plain = 0, inside = 0;
  bool any = false;
  const auto count = static_cast<BlockId>(drafts.size());
  for (BlockId b = 0; b < count; ++b) {
    any = any || drafts.kept(b);
    if (drafts.kept(b)) kept += plain_units(page, b);
    plain += plain_units(page, b);
    if (b >= main.first && b < main.last) inside += plain_units(page, b);
  }
  if (any && (kept > 0 ? kept > kSeventh * inside : plain == 0)) return;
  const bool in_main = inside > 0;
  for (BlockId b = 0; b < count; ++b) {
    const bool place = !in_main || (b >= main.first && b < main.last);
    if (place && !drafts.kept(b) && may_return(drafts[b]) && plain_units(page, b) > 0) {
      drafts.change(b, LabelName::kBody, "guard: a seventh or less would be left", true);
      any = true;
    }
  }
  if (any || plain > 0) return;
  // Pages without a single paragraph: the longest unlinked line speaks for them.
  BlockId longest = kNone;
  for (BlockId b = 0; b < count; ++b) {
    const Block& block = page.blocks.blocks[b];
    const bool ruled = drafts[b].firm && drafts[b].label.reason.starts_with("rules/");
    if (ruled || !may_return(drafts[b]) || block.stats.link_density() > 0.5F) continue;
    if (block.stats.units < 8) continue;
    if (longest == kNone || block.stats.units > page.blocks.blocks[longest].stats.units)
      longest = b;
  }
  if (longest != kNone) {
    drafts.change(longest, LabelName::kBody, "guard: the longest line of a page without prose",
                  true);
  }
}

}  // namespace

void guard(const Page& page, const MainText& main, Drafts& drafts) {
  restore(page, main, drafts);
  // Headings without a text under them are the text.
  bool body = false;
  for (BlockId b = 0; b < drafts.size(); ++b)
    body = body || drafts[b].label.name == LabelName::kBody;
  for (BlockId b = 0; b < drafts.size() && !body; ++b) {
    if (drafts.kept(b)) drafts.change(b, LabelName::kBody, "guard: a page of headings only", true);
  }
}

}  // namespace tamis::label_detail
