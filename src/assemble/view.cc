// SPDX-License-Identifier: Apache-2.0
#include "assemble/view.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {

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
}

std::vector<BlockId> View::small_print() const {
  std::vector<BlockId> before, after;
  const BlockId body = kept.empty() ? size() : kept.front();
  for (BlockId n = 0; n < size(); ++n)
    if (label(n) == LabelName::kMeta || label(n) == LabelName::kEditorNote)
      (n < body ? before : after).push_back(n);
  before.insert(before.end(), after.begin(), after.end());
  return before;
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
