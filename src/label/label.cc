// SPDX-License-Identifier: Apache-2.0
#include "tamis/label.h"

#include "label/draft.h"

namespace tamis {

using namespace label_detail;  // NOLINT(google-build-using-namespace): the passes below

namespace label_detail {

std::string reason_of(const PhraseHit& hit) {
  return "rules/phrases.tsv:" + std::to_string(hit.line);
}

std::string reason_of(const TokenHint& hint) {
  return "rules/class-tokens.tsv:" + std::to_string(hint.line);
}

}  // namespace label_detail

std::vector<Label> label(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                         const Scores& scores, const Rules& rules) {
  const Page page{blocks, head, rules, evidence.blocks};
  Drafts drafts(blocks.blocks.size());
  label_title(page, evidence.title, drafts);
  if (blocks.from_text) {
    label_lines(page, evidence.main, drafts);
  } else {
    label_tree(page, evidence.main, drafts);
  }
  end_article(page, evidence.main, drafts);
  smooth(page, evidence.main, drafts);
  if (!scores.empty()) settle(page, scores, drafts);
  name_teasers(page, drafts);
  guard(page, evidence.main, drafts);
  return drafts.take();
}

}  // namespace tamis
