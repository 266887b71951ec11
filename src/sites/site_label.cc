// SPDX-License-Identifier: Apache-2.0
#include "tamis/sites.h"

namespace tamis {
namespace {

// The article's, but not its text: what a kept region may hold as well.
bool beside_text(LabelName label) {
  switch (label) {
    case LabelName::kTitle:
    case LabelName::kCaption:
    case LabelName::kMeta:
    case LabelName::kEditorNote:
    case LabelName::kTags: return true;
    default: return false;
  }
}

LabelName text_label(const Block& block, LabelName now) {
  if (is_kept(now)) return now;
  return (block.context & kInHeading) != 0 ? LabelName::kHeading : LabelName::kBody;
}

}  // namespace

std::optional<SiteLabel> site_label(const SiteReading& reading, const Blocks& blocks, BlockId n,
                                    LabelName now) {
  if (n >= reading.verdicts.size()) return std::nullopt;
  const SiteVerdict verdict = reading.verdicts[n];
  const auto by_rule = [&](LabelName name) { return SiteLabel{name, verdict.line}; };
  // There is one title, and the rule has said which.
  const bool other_title = now == LabelName::kTitle && reading.title_block != kNone;
  const LabelName text = text_label(blocks.blocks[n], now);
  switch (verdict.call) {
    case SiteCall::kTitle: return by_rule(LabelName::kTitle);
    case SiteCall::kMeta: return by_rule(LabelName::kMeta);
    case SiteCall::kText:
      if (now == LabelName::kTitle && !other_title) return std::nullopt;
      return by_rule(text);
    case SiteCall::kKeep:
      if (beside_text(now) && !other_title) return std::nullopt;
      return by_rule(text);
    case SiteCall::kDrop:
      return by_rule(is_kept(now) || beside_text(now) ? LabelName::kTemplate : now);
    case SiteCall::kOutside:
      if (is_kept(now) || now == LabelName::kCaption) return by_rule(LabelName::kTemplate);
      break;
    case SiteCall::kSilent: break;
  }
  if (!other_title) return std::nullopt;
  return SiteLabel{LabelName::kTemplate, reading.verdicts[reading.title_block].line};
}

void claim_site(const SiteReading& reading, Head& head) {
  if (reading.decides_text) head.article_body.clear();
  if (reading.title) head.titles.insert(head.titles.begin(), *reading.title);
  if (reading.date) head.dates.insert(head.dates.begin(), *reading.date);
  head.authors.insert(head.authors.begin(), reading.authors.begin(), reading.authors.end());
}

}  // namespace tamis
