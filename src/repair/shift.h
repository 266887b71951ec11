// SPDX-License-Identifier: Apache-2.0
// Takes the readings off a disguised page and puts the text right that they have shifted.
#pragma once

#include "repair/edits.h"
#include "repair/shift_search.h"

#include <vector>

namespace tamis::repairing {

std::vector<Edit> undo_annotations(ShiftPage& page);

}  // namespace tamis::repairing
