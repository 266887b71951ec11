// SPDX-License-Identifier: Apache-2.0
#include "score/next_article.h"

#include <string_view>

namespace tamis::score_detail {

namespace {

constexpr std::size_t kSteps = 3;
constexpr float kEnoughUnits = 40;  // of kept text before and behind a headline: two articles

bool same_form(const Blocks& blocks, BlockId a, BlockId b) {
  if (blocks.blocks[a].tag != blocks.blocks[b].tag) return false;
  ContainerId x = blocks.blocks[a].container, y = blocks.blocks[b].container;
  if (x == y) return false;
  for (std::size_t step = 0; step < kSteps; ++step) {
    if (x == kNone || y == kNone) return x == y;
    const Container &one = blocks.containers[x], &other = blocks.containers[y];
    if (one.tag != other.tag || one.depth != other.depth || one.names != other.names) return false;
    x = one.parent;
    y = other.parent;
  }
  return true;
}

float kept_units(const Blocks& blocks, const std::vector<std::uint8_t>& keep, BlockId first,
                 BlockId last) {
  float units = 0;
  for (BlockId b = first; b < last; ++b) units += keep[b] ? blocks.blocks[b].stats.units : 0;
  return units;
}

}  // namespace

BlockId find_next_article(const Blocks& blocks, const PageEvidence& evidence,
                          const std::vector<std::uint8_t>& keep) {
  const BlockId title = evidence.title.block;
  const auto count = static_cast<BlockId>(blocks.blocks.size());
  // Lower headings are as often an article's own chapters.
  if (blocks.from_text || title == kNone || blocks.blocks[title].tag != Tag::kH1) return kNone;
  for (BlockId b = title + 2; b < count; ++b) {
    const Block& block = blocks.blocks[b];
    if (block.tag != blocks.blocks[title].tag || !same_form(blocks, title, b)) continue;
    if (evidence.blocks[b].canonical == evidence.blocks[title].canonical) continue;
    const bool two = kept_units(blocks, keep, title + 1, b) >= kEnoughUnits &&
                     kept_units(blocks, keep, b + 1, count) >= kEnoughUnits;
    return two ? b : kNone;
  }
  return kNone;
}

}  // namespace tamis::score_detail
