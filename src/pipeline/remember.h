// SPDX-License-Identifier: Apache-2.0
// A page that has been cleaned by itself, gone over with what the crawl shows.
#pragma once

#include "tamis/memory.h"
#include "tamis/pipeline.h"

namespace tamis::pipeline {

struct Relabelled {
  bool changed = false;
  bool alone = false;  // see Recalled
};

// Labels only. A site rule keeps the last word, and a text that the page's data claim stands.
Relabelled relabel(const Memory& memory, const Canon& canon, std::string_view id, Cleaned& cleaned);

}  // namespace tamis::pipeline
