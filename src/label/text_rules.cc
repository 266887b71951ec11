// SPDX-License-Identifier: Apache-2.0
// First labels of plain text: phrases, dates, the place inside or outside the main run of lines.
#include "base/utf8.h"
#include "label/draft.h"

namespace tamis::label_detail {

namespace {

constexpr float kHeadingUnits = 30, kBylineUnits = 20;

// Marks that open a picture's caption: △ ▲ ▼ "图:" "图片来源".
bool opens_caption(std::string_view text) {
  std::size_t at = 0;
  const char32_t c = base::next_code_point(text, at);
  return c == U'△' || c == U'▲' || c == U'▼' || c == U'▽' || text.starts_with("图:") ||
         text.starts_with("图：") || text.starts_with("圖：");
}

void name_line(const Page& page, const MainText& main, BlockId first_prose, BlockId b,
               Drafts& drafts) {
  const Block& block = page.blocks.blocks[b];
  const BlockEvidence& e = page.evidence[b];
  if (e.phrase && e.phrase->strength != Strength::kWeak &&
      !(e.prose && block.stats.units > 22 && e.phrase->strength == Strength::kMedium)) {
    return drafts.set(b, e.phrase->label, reason_of(*e.phrase), true);
  }
  if (block.date_only) return drafts.set(b, LabelName::kMeta, "structure: a date alone", true);
  if (b < main.first || b < first_prose) {
    const bool meta = block.has_date || (b > 0 && drafts.is_set(b - 1) &&
                                         (drafts[b - 1].label.name == LabelName::kMeta ||
                                          drafts[b - 1].label.name == LabelName::kTitle ||
                                          drafts[b - 1].label.name == LabelName::kSelfRef));
    // A short line with a date between headline and text is a byline, whatever else it says.
    const bool byline = block.has_date && !block.ends_sentence && block.stats.units <= kBylineUnits;
    return drafts.set(b, meta ? LabelName::kMeta : LabelName::kNav,
                      "place: before the first paragraph", byline);
  }
  if (b >= main.last) {
    const bool text = e.prose || block.truncated;
    return drafts.set(b, text ? LabelName::kDigestText : LabelName::kRecLink,
                      "place: after the main text", false);
  }
  if (opens_caption(block.text)) {
    return drafts.set(b, LabelName::kCaption, "structure: opens like a caption", true);
  }
  if (!e.prose && !block.ends_sentence && block.stats.units <= kHeadingUnits) {
    return drafts.set(b, LabelName::kHeading, "structure: a short line between paragraphs", false);
  }
  drafts.set(b, LabelName::kBody, "prose in the main text", false);
}

}  // namespace

void label_lines(const Page& page, const MainText& main, Drafts& drafts) {
  BlockId first_prose = main.first;
  while (first_prose < main.last && !page.evidence[first_prose].prose) ++first_prose;
  if (first_prose == main.last) first_prose = main.first;
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    name_line(page, main, first_prose, b, drafts);
  }
}

}  // namespace tamis::label_detail
