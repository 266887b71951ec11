// SPDX-License-Identifier: Apache-2.0
#include "score/feature_groups.h"

#include <algorithm>

namespace tamis::score_detail {

void add_page(const Layout& at, FeatureColumns& out) {
  TextStats all;
  float longest = 0, prose_blocks = 0, paragraphs = 0;
  for (std::size_t b = 0; b < at.count; ++b) {
    all.add(at.block(b).stats);
    longest = std::max(longest, at.units[b]);
    prose_blocks += at.evidence.blocks[b].prose;
    paragraphs += at.block(b).tag == Tag::kP;
  }
  const auto count = std::max(static_cast<float>(at.count), 1.0F);
  out.add("page.units", at.total);
  out.add("page.blocks", count);
  out.add("page.link_density", all.link_density());
  out.add("page.cjk",
          static_cast<float>(all.cjk) / std::max(1.0F, static_cast<float>(all.characters)));
  out.add("page.longest", longest);
  out.add("page.punctuation", static_cast<float>(all.punctuation) / at.total);
  out.add("page.paragraphs", paragraphs / count);
  out.add("page.prose_blocks", prose_blocks);
  out.add("page.prose_share", at.prose_total() / at.total);
  out.add("page.has_title", at.title == kNone ? 0.0F : 1.0F);
}

}  // namespace tamis::score_detail
