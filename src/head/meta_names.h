// SPDX-License-Identifier: Apache-2.0
// Which claim a meta name, a property, an itemprop or an id stands for.
#pragma once

#include "head/claims.h"

#include <string_view>

namespace tamis::head {

enum class Field {
  kNone,
  kTitle,
  kDate,
  kModified,
  kAuthor,
  kEditor,
  kSource,
  kSiteName,
  kDescription,
  kSection,
  kTags,
  kUrl,
  kType,
  kLanguage,
};

// `name` as written; case, and `_`, `-` and `.` inside it, do not count.
Field meta_field(std::string_view name);
Field itemprop_field(std::string_view name);
// Ids that Baidu News asks sites for (pubtime_baidu, source_baidu, author_baidu, editor_baidu).
Field id_field(std::string_view id);

// The list of a field; null for kNone and kLanguage.
ClaimList* list_of(Draft& draft, Field field);

}  // namespace tamis::head
