// SPDX-License-Identifier: Apache-2.0
#include "assemble/view.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

// Small print further behind the body belongs to something else.
constexpr BlockId kAfterBody = 40;
constexpr BlockId kBeforeTitle = 4, kBehindTitle = 10, kBehindBody = 4;
constexpr BlockId kRightBehind = 3;
constexpr std::size_t kEdgeLine = 240;  // bytes

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
  find_small_print();
  find_edges();
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
  const BlockId top = title != kNone && title < kept.front() ? title : kept.front();
  const auto add = [&](BlockId begin, BlockId end) {
    for (BlockId n = begin; n < std::min(end, size()); ++n) {
      const LabelName name = label(n);
      const bool furniture = name == LabelName::kNav || name == LabelName::kUi ||
                             name == LabelName::kShare || name == LabelName::kTemplate ||
                             name == LabelName::kTags || name == LabelName::kContact;
      // Right behind the headline nothing is anybody else's.
      const bool right_behind = n > top && n <= top + kRightBehind && n < kept.front() &&
                                name != LabelName::kMeta && name != LabelName::kEditorNote;
      if ((furniture || right_behind) && line(n).size() <= kEdgeLine) edges_.push_back(n);
    }
  };
  add(top > kBeforeTitle ? top - kBeforeTitle : 0, std::min(kept.front(), top + kBehindTitle));
  add(kept.back() + 1, kept.back() + 1 + kBehindBody);
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
