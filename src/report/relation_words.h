// SPDX-License-Identifier: Apache-2.0
// What a relation type means, in a few words for people.
#pragma once

#include "tamis/relate.h"

namespace tamis::report {

const char* relation_words(RelationType type);

}  // namespace tamis::report
