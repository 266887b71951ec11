// SPDX-License-Identifier: Apache-2.0
// score: how sure the trained model is that each block belongs to the article.
//
// A block's features are what is known of it, its neighbours, its containers and its page; the
// model (rules/*.model, trained by scripts/train) is a forest of small decision trees over them,
// and a second forest that also sees what the first said of the neighbours. The page's choice is
// the cut with the highest expected F1, not a fixed threshold.
#pragma once

#include "tamis/evidence.h"
#include "tamis/head.h"
#include "tamis/rules.h"
#include "tamis/segment.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tamis {

// Numbers of a page's blocks, column by column: the value of feature f for block b is
// values[f * rows + b]. The same names in the same order for every page.
struct FeatureTable {
  std::size_t rows = 0;
  std::vector<const char*> names;
  std::vector<float> values;

  std::span<const float> column(std::size_t feature) const {
    return std::span(values).subspan(feature * rows, rows);
  }
};

// What the first forest reads. Pure; any thread.
FeatureTable block_features(const Blocks& blocks, const Head& head, const PageEvidence& evidence);

// What the second one reads beside it: `first` is the first forest's probability for each block.
FeatureTable context_features(const Blocks& blocks, std::span<const float> first);

}  // namespace tamis
