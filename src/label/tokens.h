// SPDX-License-Identifier: Apache-2.0
// The hints of an element's class and id tokens (segment cut them at word borders).
#pragma once

#include "tamis/rules.h"

#include <optional>
#include <string_view>

namespace tamis::label_detail {

struct Hints {
  std::optional<TokenHint> drop;  // strongest
  std::optional<TokenHint> keep;
};

// `names`: "article body | share |". Two neighbouring pieces of one name are also looked up
// together, and then stand for both: "articlebody" outweighs whatever "body" alone says.
Hints hints_of(std::string_view names, const Rules& rules);

}  // namespace tamis::label_detail
