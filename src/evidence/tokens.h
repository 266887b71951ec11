// SPDX-License-Identifier: Apache-2.0
// The hints of an element's class and id tokens (segment cut them at word borders).
#pragma once

#include "tamis/evidence.h"

#include <string_view>

namespace tamis::evidence_detail {

// `names`: "article body | share |". Two neighbouring pieces of one name are also looked up
// together, and then stand for both: "articlebody" outweighs whatever "body" alone says.
Hints hints_of(std::string_view names, const Rules& rules);

}  // namespace tamis::evidence_detail
