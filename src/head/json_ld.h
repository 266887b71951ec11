// SPDX-License-Identifier: Apache-2.0
// What schema.org's JSON-LD says of the page (https://schema.org/Article).
#pragma once

#include "head/claims.h"
#include "tamis/parse.h"

namespace tamis::head {

// The first article among the scripts (top level, arrays, @graph, mainEntity) makes the claims;
// further articles are other pages' unless they bear the same headline.
void read_json_ld(const Tree& tree, Draft& draft);

}  // namespace tamis::head
