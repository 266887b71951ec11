// SPDX-License-Identifier: Apache-2.0
// What the models say of the page as a whole, on its record: quality, warnings, and whether it
// holds an article at all.
#pragma once

#include "tamis/pipeline.h"

namespace tamis {

// A page that holds no article becomes no-article with a reason; its best text stays on the record,
// so that nothing is lost where the model is wrong. Leaves records alone that are not ok.
void add_verdict(Cleaned& cleaned, const Rules& rules);

}  // namespace tamis
