// SPDX-License-Identifier: Apache-2.0
// clean_into: a run into an output folder that a kill at any point does not spoil.
#pragma once

#include "pipeline/output_folder.h"
#include "tamis/pipeline.h"

#include <string>
#include <vector>

namespace tamis::pipeline {

// As clean_to, in a folder that is checked and locked. A finished run leaves its complete
// checkpoint: until forget() a repeated call returns at once.
CleanToResult clean_into(const OutputFolder& out, const std::vector<std::string>& inputs,
                         const Rules& rules, const CleanOptions& options, const Watcher& watcher);

void forget(const OutputFolder& out);

}  // namespace tamis::pipeline
