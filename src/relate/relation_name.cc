// SPDX-License-Identifier: Apache-2.0
#include "tamis/relate.h"

namespace tamis {

const char* relation_name(RelationType type) {
  switch (type) {
    case RelationType::kExact: return "exact";
    case RelationType::kNear: return "near";
    case RelationType::kRevision: return "revision";
    case RelationType::kExcerpt: return "excerpt";
    case RelationType::kDigestOf: return "digest_of";
    case RelationType::kRoundupOf: return "roundup_of";
    case RelationType::kSibling: return "sibling";
    case RelationType::kUnrelated: break;
  }
  return "unrelated";
}

}  // namespace tamis
