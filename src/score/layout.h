// SPDX-License-Identifier: Apache-2.0
// The page as the feature groups read it: figures that several of them need, computed once.
#pragma once

#include "tamis/evidence.h"
#include "tamis/head.h"
#include "tamis/segment.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tamis::score_detail {

inline constexpr int kLevels = 7;  // ancestors looked at; 0 is the innermost container

// All alike siblings of a container together (same parent, same signature), itself included.
struct AlikeGroup {
  float units = 0, link_units = 0, punctuation = 0;
  std::uint32_t count = 0, linked = 0, with_prose = 0;
};

struct Layout {
  const Blocks& page;
  const Head& head;
  const PageEvidence& evidence;

  std::size_t count = 0;                             // blocks
  std::vector<float> units, link_units;              // of each block
  std::vector<float> before;                         // units of the blocks before; count + 1
  std::vector<float> prose_before;                   // units of prose before; count + 1
  float total = 1;                                   // units of the page, at least 1
  std::array<std::vector<ContainerId>, kLevels> up;  // ancestors of each block; kNone above
  std::vector<std::uint32_t> alike_of;               // container -> its group
  std::vector<AlikeGroup> alike;
  std::vector<std::uint64_t> path;  // of each block: three steps, hashed
  BlockId title = kNone, first_h1 = kNone;

  const Block& block(std::size_t b) const { return page.blocks[b]; }
  const Container& container(ContainerId c) const { return page.containers[c]; }
  float prose_total() const { return prose_before.back(); }
};

Layout lay_out(const Blocks& blocks, const Head& head, const PageEvidence& evidence);

// Steps between two containers by way of their nearest common ancestor.
struct Steps {
  std::uint16_t down, up;  // from the common ancestor to the container, and to the target
};

// For every container the steps to `target`; all {0, 0} when target is kNone.
std::vector<Steps> steps_to(const Blocks& blocks, ContainerId target);

}  // namespace tamis::score_detail
