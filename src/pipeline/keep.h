// SPDX-License-Identifier: Apache-2.0
// Which articles stay when of every cluster one is kept.
#pragma once

#include "tamis/pipeline.h"

#include <cstdint>
#include <vector>

namespace tamis::pipeline {

// Numbers of the entries that stay, ascending: those of no cluster and the chosen one of each.
std::vector<std::uint32_t> kept_entries(const std::vector<Entry>& entries,
                                        const std::vector<Cluster>& clusters, Keep keep);

}  // namespace tamis::pipeline
