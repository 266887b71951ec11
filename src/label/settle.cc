// SPDX-License-Identifier: Apache-2.0
// The model's word: which blocks are the article's text. What the rules called a block stays where
// both agree; where they do not, the block gets the name that fits its form.
#include "label/draft.h"

#include <cstdio>

namespace tamis::label_detail {

namespace {

constexpr float kHeadingUnits = 30;

std::string reason_of(float belongs) {
  char text[32];
  std::snprintf(text, sizeof text, "model: %.2f", static_cast<double>(belongs));
  return text;
}

LabelName kept_name(const Page& page, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  const bool heading =
      (block.context & kInHeading) || ((block.context & kBold) && !page.evidence[b].prose);
  return heading && block.stats.units <= kHeadingUnits ? LabelName::kHeading : LabelName::kBody;
}

LabelName dropped_name(const Page& page, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  const BlockEvidence& e = page.evidence[b];
  if (block.context & kInFigure) return LabelName::kCaption;
  if (block.date_only) return LabelName::kMeta;
  if (e.phrase) return e.phrase->label;
  if (e.token && !e.token->keeps) return e.token->label;
  if (block.stats.link_density() >= 0.5F) return LabelName::kRecLink;
  return e.prose ? LabelName::kDigestText : LabelName::kUi;
}

// What surrounds an article's text and is no part of it, however close it stands: where a rule has
// named such a line, the model does not call it text again. Gold texts differ on some of these.
bool is_furniture(LabelName name) {
  switch (name) {
    case LabelName::kMeta:
    case LabelName::kEditorNote:
    case LabelName::kTags:
    case LabelName::kShare:
    case LabelName::kContact:
    case LabelName::kSectionLabel:
    case LabelName::kComment:
    case LabelName::kCaption:
    case LabelName::kSpam: return true;
    default: return false;
  }
}

}  // namespace

void settle(const Page& page, const Scores& scores, Drafts& drafts) {
  for (BlockId b = 0; b < drafts.size(); ++b) {
    const LabelName now = drafts[b].label.name;
    if (now == LabelName::kTitle || now == LabelName::kSelfRef) continue;
    if (drafts[b].firm && is_furniture(now) && !page.evidence[b].prose) continue;
    const bool keep = scores.keep[b] != 0, kept = is_kept(now);
    if (keep && kept) {
      drafts.change(b, now, reason_of(scores.belongs[b]) + "; " + drafts[b].label.reason, true);
    } else if (keep) {
      drafts.change(b, kept_name(page, b), reason_of(scores.belongs[b]), true);
    } else if (kept) {
      drafts.change(b, dropped_name(page, b), reason_of(scores.belongs[b]), false);
    }
  }
}

}  // namespace tamis::label_detail
