// SPDX-License-Identifier: Apache-2.0
#include "score/layout.h"

#include "base/hash.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace tamis::score_detail {

namespace {

void sum_blocks(Layout& out) {
  out.units.resize(out.count);
  out.link_units.resize(out.count);
  out.before.assign(out.count + 1, 0);
  out.prose_before.assign(out.count + 1, 0);
  for (std::size_t b = 0; b < out.count; ++b) {
    const TextStats& stats = out.block(b).stats;
    out.units[b] = stats.units;
    out.link_units[b] = stats.link_units;
    out.before[b + 1] = out.before[b] + stats.units;
    const bool prose = out.evidence.blocks[b].prose;
    out.prose_before[b + 1] = out.prose_before[b] + (prose ? stats.units : 0);
    if (out.first_h1 == kNone && out.block(b).tag == Tag::kH1) {
      out.first_h1 = static_cast<BlockId>(b);
    }
  }
  out.total = std::max(1.0F, out.before.back());
}

void climb(Layout& out) {
  for (int level = 0; level < kLevels; ++level) {
    std::vector<ContainerId>& at = out.up[static_cast<std::size_t>(level)];
    at.resize(out.count);
    for (std::size_t b = 0; b < out.count; ++b) {
      const ContainerId below = level == 0 ? kNone : out.up[static_cast<std::size_t>(level) - 1][b];
      at[b] = level == 0       ? out.block(b).container
              : below == kNone ? kNone
                               : out.container(below).parent;
    }
  }
}

void group_siblings(Layout& out) {
  std::unordered_map<std::uint64_t, std::uint32_t> groups;
  groups.reserve(out.page.containers.size());
  out.alike_of.resize(out.page.containers.size());
  for (ContainerId c = 0; c < out.page.containers.size(); ++c) {
    const Container& at = out.container(c);
    const std::uint64_t key = at.signature ^ (std::uint64_t{at.parent} * 0x9E3779B97F4A7C15ULL);
    const auto [found, fresh] = groups.emplace(key, static_cast<std::uint32_t>(out.alike.size()));
    if (fresh) out.alike.emplace_back();
    out.alike_of[c] = found->second;
    AlikeGroup& group = out.alike[found->second];
    ++group.count;
    group.linked += at.stats.links > 0;
    group.with_prose += at.paragraphs > 0;
    group.units += at.stats.units;
    group.link_units += at.stats.link_units;
    group.punctuation += static_cast<float>(at.stats.punctuation);
  }
}

void hash_paths(Layout& out) {
  std::vector<std::uint64_t> step(out.page.containers.size());
  for (ContainerId c = 0; c < step.size(); ++c) {
    const Container& at = out.container(c);
    step[c] = base::hash64(at.names, static_cast<std::uint64_t>(at.tag));
  }
  out.path.resize(out.count);
  for (std::size_t b = 0; b < out.count; ++b) {
    std::uint64_t key = 0;
    for (std::size_t level = 0; level < 3; ++level) {
      const ContainerId c = out.up[level][b];
      key = key * 0x9E3779B97F4A7C15ULL + (c == kNone ? 1 : step[c]);
    }
    out.path[b] = key;
  }
}

}  // namespace

Layout lay_out(const Blocks& blocks, const Head& head, const PageEvidence& evidence) {
  Layout out{blocks, head, evidence, blocks.blocks.size(), {},   {}, {}, {}, 1, {},
             {},     {},   {},       evidence.title.block, kNone};
  sum_blocks(out);
  climb(out);
  group_siblings(out);
  hash_paths(out);
  return out;
}

std::vector<Steps> steps_to(const Blocks& blocks, ContainerId target) {
  std::vector<Steps> out(blocks.containers.size(), Steps{0, 0});
  if (target == kNone) return out;
  constexpr std::uint16_t kOff = 0xffff;
  std::vector<std::uint16_t> on_path(blocks.containers.size(), kOff);
  std::uint16_t up = 0;
  for (ContainerId c = target; c != kNone; c = blocks.containers[c].parent) on_path[c] = up++;
  for (ContainerId c = 0; c < out.size(); ++c) {
    const ContainerId parent = blocks.containers[c].parent;
    if (on_path[c] != kOff) {
      out[c] = {0, on_path[c]};
    } else if (parent != kNone) {
      out[c] = {static_cast<std::uint16_t>(out[parent].down + 1), out[parent].up};
    }
  }
  return out;
}

}  // namespace tamis::score_detail
