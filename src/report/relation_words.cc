// SPDX-License-Identifier: Apache-2.0
#include "report/relation_words.h"

namespace tamis::report {

const char* relation_words(RelationType type) {
  switch (type) {
    case RelationType::kExact: return "the same text, white space and punctuation apart";
    case RelationType::kNear: return "the same article with small edits";
    case RelationType::kRevision: return "the same article, passages or some figures changed";
    case RelationType::kExcerpt: return "one is a part of the other";
    case RelationType::kDigestOf: return "one is a short digest of the other";
    case RelationType::kRoundupOf: return "one collects several items, the other is among them";
    case RelationType::kSibling: return "one template, other figures: not duplicates";
    case RelationType::kUnrelated: break;
  }
  return "not related";
}

}  // namespace tamis::report
