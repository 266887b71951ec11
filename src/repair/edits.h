// SPDX-License-Identifier: Apache-2.0
// What a repair wants changed: spans of bytes of its input, in order, each with the new text.
#pragma once

#include "tamis/repair.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::repairing {

struct Edit {
  RepairKind kind;
  std::size_t begin, end;  // bytes of the input, at characters
  std::string after;
  double margin = 0;
  bool uncertain = false;
};

// Applies edits to `text` and records them; spans of earlier records move with the text. Edits are
// in order and do not overlap. `counts` grows by every edit, `repairs` up to kMostRepairs.
void apply_edits(const std::vector<Edit>& edits, Repaired& repaired);

}  // namespace tamis::repairing
