// SPDX-License-Identifier: Apache-2.0
// Where the block stands: on the page, behind the headline, between paragraphs.
#include "score/feature_groups.h"
#include "score/runs.h"

#include <algorithm>

namespace tamis::score_detail {

namespace {

constexpr float kUnknown = -9999;  // no headline: trees split it off

void add_distance(const Layout& at, BlockId from, const char* blocks, const char* units,
                  FeatureColumns& out) {
  const auto in_blocks = out.add(blocks, kUnknown), in_units = out.add(units, kUnknown);
  if (from == kNone) return;
  for (std::size_t b = 0; b < at.count; ++b) {
    in_blocks[b] = static_cast<float>(b) - static_cast<float>(from);
    in_units[b] = at.before[b] - at.before[from];
  }
}

void add_way(const Layout& at, BlockId target, const char* down, const char* up,
             FeatureColumns& out) {
  const auto steps_down = out.add(down), steps_up = out.add(up);
  if (target == kNone || at.page.containers.empty()) return;
  const std::vector<Steps> steps = steps_to(at.page, at.block(target).container);
  for (std::size_t b = 0; b < at.count; ++b) {
    const ContainerId c = at.up[0][b];
    if (c == kNone) continue;
    steps_down[b] = steps[c].down;
    steps_up[b] = steps[c].up;
  }
}

}  // namespace

void add_position(const Layout& at, FeatureColumns& out) {
  const auto count = static_cast<float>(at.count);
  out.add_each("place.block", [](std::size_t b) { return b; });
  out.add_each("place.share_of_blocks",
               [&](std::size_t b) { return static_cast<float>(b) / count; });
  out.add_each("place.blocks_left", [&](std::size_t b) { return count - static_cast<float>(b); });
  out.add_each("place.share_of_units",
               [&](std::size_t b) { return (at.before[b] + at.units[b] / 2) / at.total; });
  const float prose = std::max(at.prose_total(), 1.0F);
  out.add_each("place.prose_before", [&](std::size_t b) { return at.prose_before[b] / prose; });
  out.add_each("place.prose_behind",
               [&](std::size_t b) { return (at.prose_total() - at.prose_before[b + 1]) / prose; });
  add_distance(at, at.title, "title.blocks", "title.units", out);
  add_distance(at, at.first_h1, "h1.blocks", "h1.units", out);
  add_way(at, at.title, "title.down", "title.up", out);
  const auto is_prose = [&](std::size_t b) { return at.evidence.blocks[b].prose; };
  add_since(at, is_prose, "since.prose", "until.prose", out);
  const auto is_heading = [&](std::size_t b) { return (at.block(b).context & kInHeading) != 0; };
  add_since(at, is_heading, "since.heading", "until.heading", out);
  const auto is_linked = [&](std::size_t b) { return at.block(b).stats.link_density() > 0.5F; };
  add_since(at, is_linked, "since.links", "until.links", out);
  const auto is_dated = [&](std::size_t b) { return at.block(b).date_only; };
  add_since(at, is_dated, "since.date", "until.date", out);
}

}  // namespace tamis::score_detail
