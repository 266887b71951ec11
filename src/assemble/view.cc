// SPDX-License-Identifier: Apache-2.0
#include "assemble/view.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

// Small print further behind the body belongs to something else.
constexpr BlockId kAfterBody = 40;
constexpr BlockId kBeforeTitle = 4, kHead = 25, kBehindBody = 4;
constexpr std::size_t kEdgeLine = 240;   // bytes
constexpr std::size_t kKeptLine = 90;    // bytes of a kept line that may be a byline
constexpr std::size_t kCueLine = 40;     // bytes of a line that is a word without its value
constexpr std::size_t kParagraph = 150;  // bytes

// Beside the headline a label may be mistaken; behind the body other articles begin.
bool of_another_article(LabelName name) {
  return name == LabelName::kDigestText || name == LabelName::kDigestTitle ||
         name == LabelName::kDigestMeta || name == LabelName::kRecLink ||
         name == LabelName::kRanking;
}

}  // namespace

View::View(const Page& page_, const Text& text_, const Head& head_, const Blocks& blocks_,
           const std::vector<Label>& labels_, const Rules& rules_)
    : page(page_),
      text(text_),
      head(head_),
      blocks(blocks_),
      labels(labels_),
      rules(rules_),
      dates(rules_),
      bylines(rules_) {
  for (BlockId n = 0; n < size(); ++n) {
    if (is_kept(label(n))) kept.push_back(n);
    if (title == kNone && label(n) == LabelName::kTitle) title = n;
  }
  find_head();
  find_small_print();
  find_edges();
}

void View::find_head() {
  const BlockId first = kept.empty() ? 0 : kept.front();
  top = title != kNone && (kept.empty() || title <= kept.back()) ? title : first;
  int paragraphs = 0;
  for (head_end = top; head_end < std::min(size(), top + kHead) && paragraphs < 2; ++head_end)
    paragraphs += is_kept(label(head_end)) && line(head_end).size() > kParagraph ? 1 : 0;
}

void View::find_small_print() {
  const BlockId body = kept.empty() ? size() : kept.front();
  const BlockId end = kept.empty() ? size() : std::min(size(), kept.back() + kAfterBody);
  std::vector<BlockId> after;
  for (BlockId n = 0; n < end; ++n)
    if (label(n) == LabelName::kMeta || label(n) == LabelName::kEditorNote)
      (n < body ? small_print_ : after).push_back(n);
  small_print_.insert(small_print_.end(), after.begin(), after.end());
}

void View::find_edges() {
  if (kept.empty()) return;
  const auto add = [&](BlockId begin, BlockId end) {
    for (BlockId n = begin; n < std::min(end, size()); ++n) {
      const LabelName name = label(n);
      if (name == LabelName::kMeta || name == LabelName::kEditorNote ||
          name == LabelName::kCaption || n == title)
        continue;
      if (behind_body(n) && of_another_article(name)) continue;
      const bool byline = !is_kept(name) || !blocks.blocks[n].ends_sentence;
      if (byline && line(n).size() <= (is_kept(name) ? kKeptLine : kEdgeLine)) edges_.push_back(n);
    }
  };
  add(top + 1, head_end);
  add(top > kBeforeTitle ? top - kBeforeTitle : 0, top);
  add(kept.back() + 1, kept.back() + 1 + kBehindBody);
}

bool View::cjk_page() const {
  if (kept.empty()) return false;
  const TextStats& stats = blocks.blocks[kept[kept.size() / 2]].stats;
  return stats.cjk * 2 > stats.characters;
}

std::string View::field_line(BlockId n) const {
  std::string text_of = bylines.unglued(line(n));
  if (text_of.size() > kCueLine || n + 1 >= size() || line(n + 1).size() > kEdgeLine)
    return text_of;
  const std::vector<Field> fields = bylines.fields(text_of);
  const bool waits = fields.size() == 1 && fields[0].begin == 0 && fields[0].value.empty();
  return waits ? text_of + " " + line(n + 1) : text_of;
}

std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_width(base::next_code_point(text, at));
    if (base::is_letter_or_digit(c)) base::append_utf8(out, base::fold_case(c));
  }
  return out;
}

std::size_t common_characters(std::string_view a, std::string_view b) {
  std::size_t at_a = 0, at_b = 0, count = 0;
  while (at_a < a.size() && at_b < b.size() &&
         base::next_code_point(a, at_a) == base::next_code_point(b, at_b))
    ++count;
  return count;
}

}  // namespace tamis::assembly
