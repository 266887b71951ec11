// SPDX-License-Identifier: Apache-2.0
#include "label/draft.h"

namespace tamis::label_detail {

void label_title(const Page& page, const TitleFound& title, Drafts& drafts) {
  if (title.block == kNone) return;
  drafts.set(title.block, LabelName::kTitle,
             page.head.titles.empty() ? "title: stands where a headline stands"
                                      : "title: agrees with the page's own titles",
             true);
  for (const BlockId b : title.repeats) {
    drafts.set(b, LabelName::kSelfRef, "title: the headline once more", true);
  }
}

}  // namespace tamis::label_detail
