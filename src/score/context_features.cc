// SPDX-License-Identifier: Apache-2.0
// What the second forest sees beside the block's own features: what the first one says of the
// blocks around it, of its containers and of the blocks of the same path.
#include "score/feature_columns.h"
#include "score/runs.h"
#include "score/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace tamis {

namespace score_detail {

namespace {

constexpr int kReach = 5;
constexpr std::size_t kAncestors = 5;
constexpr std::array kNear = {"near.-5", "near.-4", "near.-3", "near.-2", "near.-1",
                              "near.+1", "near.+2", "near.+3", "near.+4", "near.+5"};
constexpr std::array kInside = {"inside0", "inside1", "inside2", "inside3", "inside4"};

struct Weighted {
  float sum = 0, units = 0;
  void add(float score, float weight) {
    sum += score * weight;
    units += weight;
  }
  float mean() const { return units > 0 ? sum / units : 0; }
};

float weight_of(const Block& block) {
  return std::sqrt(block.stats.units + 0.5F);
}

void add_near(std::span<const float> first, FeatureColumns& out) {
  std::size_t k = 0;
  for (int offset = -kReach; offset <= kReach; ++offset) {
    if (offset == 0) continue;
    const auto column = out.add(kNear[k++], -1);
    for (std::size_t b = 0; b < first.size(); ++b) {
      const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(b) + offset;
      if (other >= 0 && other < static_cast<std::ptrdiff_t>(first.size())) {
        column[b] = first[static_cast<std::size_t>(other)];
      }
    }
  }
}

// Means that fade with distance, from the front and from the back.
void add_fading(const Blocks& blocks, std::span<const float> first, FeatureColumns& out) {
  constexpr float kKeeps = 0.8F;
  const auto before = out.add("fading.before"), behind = out.add("fading.behind");
  Weighted run;
  const auto step = [&](std::size_t b, std::span<float> column) {
    column[b] = run.mean();
    run.sum *= kKeeps;
    run.units *= kKeeps;
    run.add(first[b], weight_of(blocks.blocks[b]));
  };
  for (std::size_t b = 0; b < first.size(); ++b) step(b, before);
  run = {};
  for (std::size_t b = first.size(); b-- > 0;) step(b, behind);
}

void add_inside(const Blocks& blocks, std::span<const float> first, FeatureColumns& out) {
  std::vector<float> scored(first.size() + 1, 0), units(first.size() + 1, 0);
  for (std::size_t b = 0; b < first.size(); ++b) {
    const float weight = weight_of(blocks.blocks[b]);
    scored[b + 1] = scored[b] + first[b] * weight;
    units[b + 1] = units[b] + weight;
  }
  for (std::size_t level = 0; level < kAncestors; ++level) {
    const auto column = out.add(kInside[level]);
    for (std::size_t b = 0; b < first.size(); ++b) {
      ContainerId c = blocks.blocks[b].container;
      for (std::size_t up = 0; up < level && c != kNone; ++up) c = blocks.containers[c].parent;
      const std::size_t begin = c == kNone ? 0 : blocks.containers[c].first;
      const std::size_t end = c == kNone ? first.size() : blocks.containers[c].last;
      const float weight = units[end] - units[begin];
      column[b] = weight > 0 ? (scored[end] - scored[begin]) / weight : 0;
    }
  }
}

void add_alike(const Blocks& blocks, std::span<const float> first, FeatureColumns& out) {
  std::unordered_map<std::uint64_t, Weighted> by_form;
  const auto form = [&](std::size_t b) {
    const ContainerId c = blocks.blocks[b].container;
    return c == kNone ? 0 : blocks.containers[c].signature;
  };
  for (std::size_t b = 0; b < first.size(); ++b) {
    by_form[form(b)].add(first[b], weight_of(blocks.blocks[b]));
  }
  out.add_each("alike", [&](std::size_t b) { return by_form[form(b)].mean(); });
}

void add_extent(const Blocks& blocks, std::span<const float> first, FeatureColumns& out) {
  float total = 0, so_far = 0, most = 0;
  for (std::size_t b = 0; b < first.size(); ++b) {
    total += first[b] * blocks.blocks[b].stats.units;
    most = std::max(most, first[b]);
  }
  const auto before = out.add("extent.before"), behind = out.add("extent.behind");
  for (std::size_t b = 0; b < first.size(); ++b) {
    const float own = first[b] * blocks.blocks[b].stats.units;
    before[b] = total > 0 ? so_far / total : 0;
    so_far += own;
    behind[b] = total > 0 ? (total - so_far) / total : 0;
  }
  out.add("extent.units", total);
  out.add("extent.highest", most);
  out.add_each("extent.of_highest",
               [&](std::size_t b) { return first[b] / std::max(most, 0.01F); });
}

// The stretch of blocks that the first forest is surest of: its probability less `cost`, by units.
void add_stretch(const Blocks& blocks, std::span<const float> first, float cost,
                 const RunNames& names, FeatureColumns& out) {
  const auto weight = [&](std::size_t b) {
    return (first[b] - cost) * (blocks.blocks[b].stats.units + 1);
  };
  add_best_run(first.size(), weight, names, out);
}

// Words shared with the blocks that the first forest is sure of, the block itself left out: all
// words, and those that few blocks of the page have.
void add_core(const Blocks& blocks, std::span<const float> first, FeatureColumns& out) {
  constexpr float kSure = 0.6F, kNearlyAsSure = 0.75F;
  constexpr std::uint16_t kFew = 6;
  float most = 0;
  for (const float p : first) most = std::max(most, p);
  const float sure = std::min(kSure, kNearlyAsSure * most);
  std::vector<std::uint16_t> in_core(kWordHashes, 0), on_page(kWordHashes, 0);
  std::vector<std::vector<std::uint32_t>> words(first.size());
  for (std::size_t b = 0; b < first.size(); ++b) {
    std::vector<std::uint32_t>& own = words[b];
    each_word(blocks.blocks[b].text, [&](std::uint32_t word) { own.push_back(word); });
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (const std::uint32_t word : own) {
      if (on_page[word] < 0xffff) ++on_page[word];
      if (first[b] >= sure && in_core[word] < 0xffff) ++in_core[word];
    }
  }
  const auto share = out.add("core.share", -1), rare = out.add("core.rare", -1);
  for (std::size_t b = 0; b < first.size(); ++b) {
    const std::uint16_t self = first[b] >= sure ? 1 : 0;
    float shared = 0, few = 0, few_shared = 0;
    for (const std::uint32_t word : words[b]) {
      const bool common = in_core[word] > self;
      shared += static_cast<float>(common);
      if (on_page[word] > kFew) continue;
      ++few;
      few_shared += static_cast<float>(common);
    }
    if (!words[b].empty()) share[b] = shared / static_cast<float>(words[b].size());
    if (few > 0) rare[b] = few_shared / few;
  }
}

}  // namespace

}  // namespace score_detail

FeatureTable context_features(const Blocks& blocks, std::span<const float> first) {
  score_detail::FeatureColumns columns(first.size());
  columns.add_each("first", [&](std::size_t b) { return first[b]; });
  score_detail::add_near(first, columns);
  score_detail::add_fading(blocks, first, columns);
  score_detail::add_inside(blocks, first, columns);
  score_detail::add_alike(blocks, first, columns);
  score_detail::add_extent(blocks, first, columns);
  score_detail::add_stretch(blocks, first, 0.25F,
                            {"stretch25.inside", "stretch25.begin", "stretch25.end"}, columns);
  score_detail::add_stretch(blocks, first, 0.5F,
                            {"stretch50.inside", "stretch50.begin", "stretch50.end"}, columns);
  score_detail::add_core(blocks, first, columns);
  return columns.take();
}

}  // namespace tamis
