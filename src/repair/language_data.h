// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "repair/bigrams.h"
#include "repair/readings.h"
#include "repair/simplify.h"
#include "tamis/rules.h"

namespace tamis::repairing {

struct LanguageData {
  Bigrams bigrams;
  Readings readings;
  Simplifier simplifier;
};

// Read on first need, once for all threads and copies of `rules`. Throws Failure, see data_file.h.
const LanguageData& language_data(const Rules& rules);

}  // namespace tamis::repairing
