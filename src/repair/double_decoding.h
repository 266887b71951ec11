// SPDX-License-Identifier: Apache-2.0
// Text that was decoded with the wrong charset, and stored so. The characters are turned back into
// the bytes they came from; where those read as the charset that was meant, and the result is more
// like text, that is what stood there. What the wrong decoder had replaced stays lost.
#pragma once

#include "repair/census.h"
#include "repair/edits.h"

#include <string_view>
#include <vector>

namespace tamis::repairing {

struct DoubleDecoding {
  RepairGate gate;          // seen: characters in stretches that are beyond doubt
  std::vector<Edit> edits;  // empty when the gate is closed; one a line or text between tags
};

// `kind` is one of the first four. `triggers` are census offsets of this kind.
DoubleDecoding find_double_decoding(std::string_view text, RepairKind kind, const Census& census);

}  // namespace tamis::repairing
