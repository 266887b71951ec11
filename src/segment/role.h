// SPDX-License-Identifier: Apache-2.0
// What an element does to the text in it.
#pragma once

#include "tamis/tags.h"

namespace tamis::segment_detail {

enum class Role { kBlock, kInline, kBreak, kSkipped };

Role role_of(Tag tag);

}  // namespace tamis::segment_detail
