// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tamis/pipeline.h"

namespace tamis::pipeline {

// The record once more, after labels have changed. `cleaned.article` has damage and repairs.
void assemble_again(const Page& page, const Charset& charset, const Rules& rules,
                    const CleanOptions& options, Cleaned& cleaned);

}  // namespace tamis::pipeline
