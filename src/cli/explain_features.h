// SPDX-License-Identifier: Apache-2.0
// The features that weighed most with the model, a block at a time.
#pragma once

#include "tamis/pipeline.h"

#include <string>
#include <vector>

namespace tamis::cli {

// "+1.20 text.prose 1, -0.31 since.links 2": what each added to the log odds, its name, its value.
std::string features_text(const std::vector<Weighed>& weighed);

// One JSON line {"id","features":[{"n","weighed":[{"name","value","adds"}]}]}; empty when none was
// asked for.
std::string features_json(const Cleaned& cleaned);

}  // namespace tamis::cli
