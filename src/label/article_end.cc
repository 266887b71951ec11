// SPDX-License-Identifier: Apache-2.0
// Where the article begins and ends inside the main text. A closing mark (an editor's note, the
// label over a related list, tags) after enough text ends it, unless most of the prose is still to
// come (dom-distiller's terminating blocks, with Chinese marks).
#include "base/utf8.h"
#include "label/draft.h"

#include <algorithm>

namespace tamis::label_detail {

namespace {

constexpr float kEnoughBefore = 0.35F;  // share of the kept units before a mark that may end it
constexpr float kMarkUnits = 22;
constexpr int kLongList = 5;  // a list of so many links ends an article as a mark does
constexpr float kHeadlineUnits = 32;
constexpr float kGoesOnUnits = 25;  // prose of the body's kind behind a mark that is none
constexpr float kGoesOnCjk = 0.4F;  // the same for Chinese marks, as a share of the prose

bool closes(const Draft& draft, const Block& block) {
  if (!draft.firm || block.stats.units > kMarkUnits) return false;
  switch (draft.label.name) {
    case LabelName::kEditorNote:
    case LabelName::kSectionLabel:
    case LabelName::kRanking:
    case LabelName::kTags:
    case LabelName::kAppPromo:
    case LabelName::kComment: return true;
    default: return false;
  }
}

bool in_link_list(const Draft& draft) {
  const LabelName name = draft.label.name;
  return draft.firm && (name == LabelName::kRecLink || name == LabelName::kNav);
}

// Units of kept prose in [first, last).
float kept_prose(const Page& page, const Drafts& drafts, BlockId first, BlockId last) {
  float units = 0;
  for (BlockId b = first; b < last; ++b) {
    if (drafts.kept(b) && page.evidence[b].prose) units += page.blocks.blocks[b].stats.units;
  }
  return units;
}

// What a paragraph stands in: the same for the paragraphs of one body.
std::uint64_t kind_of(const Page& page, BlockId b) {
  const ContainerId own = page.blocks.blocks[b].container;
  if (own == kNone) return 0;
  const Container& at = page.blocks.containers[own];
  const std::uint64_t up = at.parent == kNone ? 0 : page.blocks.containers[at.parent].signature;
  return at.signature * 31 + up;
}

// A link list inside a Western article is followed by more of the same paragraphs.
bool goes_on(const Page& page, const Drafts& drafts, const MainText& main, BlockId mark,
             float all) {
  if (page.blocks.from_text) return false;
  if (drafts[mark].label.name == LabelName::kComment) return false;
  BlockId before = mark;
  while (before > main.first && !(drafts.kept(before) && page.evidence[before].prose)) --before;
  float units = 0;
  for (BlockId b = mark + 1; b < main.last; ++b) {
    if (drafts.kept(b) && page.evidence[b].prose && kind_of(page, b) == kind_of(page, before)) {
      units += page.blocks.blocks[b].stats.units;
    }
  }
  const bool cjk = page.blocks.blocks[mark].stats.cjk > 0;
  return units > (cjk ? kGoesOnCjk * all : kGoesOnUnits);
}

// A short question or exclamation among links is a headline, not a teaser's text.
bool is_headline(const Block& block) {
  if (block.stats.units > kHeadlineUnits || block.truncated) return false;
  return base::asks_or_exclaims(base::trim(block.text));
}

void cut_after(const Page& page, BlockId mark, BlockId last, Drafts& drafts) {
  for (BlockId b = mark + 1; b < last; ++b) {
    if (!drafts.kept(b) && drafts[b].label.name != LabelName::kCaption) continue;
    const Block& block = page.blocks.blocks[b];
    const bool text = (page.evidence[b].prose || block.truncated) && !is_headline(block);
    drafts.change(
        b, text ? LabelName::kDigestText : LabelName::kRecLink,
        "place: after the mark that ends the article (block " + std::to_string(mark) + ")", true);
  }
}

// Before the first paragraph stand bylines, dates and teasers of the page, not the article.
void trim_begin(const Page& page, const MainText& main, Drafts& drafts) {
  BlockId title = kNone, first_prose = main.last;
  for (BlockId b = main.first; b < main.last; ++b) {
    if (drafts[b].label.name == LabelName::kTitle) title = b;
    if (drafts.kept(b) && page.evidence[b].prose) {
      first_prose = b;
      break;
    }
  }
  if (first_prose == main.last) return;
  for (BlockId b = main.first; b < first_prose; ++b) {
    if (!drafts.kept(b)) continue;
    const Block& block = page.blocks.blocks[b];
    const bool above_title = title != kNone && b < title;
    if (above_title || block.has_date ||
        (block.stats.link_density() > 0.5F && block.stats.units < 12)) {
      drafts.change(b, above_title && block.stats.links > 0 ? LabelName::kNav : LabelName::kMeta,
                    "place: before the first paragraph", true);
    }
  }
}

}  // namespace

void end_article(const Page& page, const MainText& main, Drafts& drafts) {
  trim_begin(page, main, drafts);
  const float all = kept_prose(page, drafts, main.first, main.last);
  float before = 0;
  int listed = 0;  // blocks of a link list in a row
  for (BlockId b = main.first; b < main.last; ++b) {
    if (drafts.kept(b) && page.evidence[b].prose) before += page.blocks.blocks[b].stats.units;
    listed = in_link_list(drafts[b]) ? listed + 1 : 0;
    const bool mark = closes(drafts[b], page.blocks.blocks[b]) || listed == kLongList;
    if (mark && before > 0 && before >= kEnoughBefore * all &&
        !goes_on(page, drafts, main, b, all)) {
      cut_after(page, b, main.last, drafts);
      return;
    }
  }
}

}  // namespace tamis::label_detail
