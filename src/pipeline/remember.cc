// SPDX-License-Identifier: Apache-2.0
#include "pipeline/remember.h"

#include "pipeline/assemble_again.h"

#include <algorithm>

namespace tamis {

namespace pipeline {

Relabelled relabel(const Memory& memory, const Canon& canon, std::string_view id,
                   Cleaned& cleaned) {
  if (cleaned.article.text_is_claimed) return {};
  const std::vector<Label> before = cleaned.labels;
  const RecallPage page{id, cleaned.article.hostname, cleaned.blocks};
  const Recalled recalled = recall(memory, canon, page, cleaned.labels, cleaned.items);
  cleaned.recalled = 0;
  for (BlockId b = 0; b < before.size(); ++b) {
    const bool by_site =
        !cleaned.site.file.empty() && before[b].reason.starts_with(cleaned.site.file);
    if (by_site) cleaned.labels[b] = before[b];
    if (cleaned.labels[b].reason != before[b].reason) ++cleaned.recalled;
  }
  const auto known = [](std::uint32_t item) { return item != 0; };
  const bool changed =
      cleaned.recalled > 0 || std::any_of(cleaned.items.begin(), cleaned.items.end(), known);
  return {changed, recalled.alone};
}

}  // namespace pipeline

Cleaned clean_page(const Page& page, const Rules& rules, const CleanOptions& options,
                   const Memory& memory, const Canon& canon) {
  Cleaned cleaned = clean_page(page, rules, options);
  if (page.kind == PageKind::kArticle || cleaned.blocks.blocks.empty()) return cleaned;
  const Charset charset = cleaned.article.charset;
  if (pipeline::relabel(memory, canon, page.id, cleaned).changed)
    pipeline::assemble_again(page, charset, rules, options, cleaned);
  SeenPage seen;
  seen.id = page.id;
  seen.host = cleaned.article.hostname;
  tie_digests(memory, canon, seen, cleaned.article.digests);
  for (Digest& digest : cleaned.article.digests) {
    if (!digest.group.id.empty()) digest.group = group_of(memory, digest.group.id);
  }
  return cleaned;
}

}  // namespace tamis
