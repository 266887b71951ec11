// SPDX-License-Identifier: Apache-2.0
#include "evidence/gathering.h"
#include "evidence/main_text.h"
#include "evidence/title.h"

#include <utility>

namespace tamis {

PageEvidence gather_evidence(const Blocks& blocks, const Head& head, const Rules& rules) {
  evidence_detail::Page page = evidence_detail::gather(blocks, head, rules);
  PageEvidence out;
  out.main = find_main_text(page);
  // The headline stands before the first paragraph, inside the main container or above it.
  BlockId first = out.main.first;
  while (first < out.main.last && !page.evidence[first].prose) ++first;
  out.title = find_title(page, first < out.main.last ? first : out.main.first, out.main.last);
  out.blocks = std::move(page.evidence);
  out.containers = std::move(page.hints);
  return out;
}

}  // namespace tamis
