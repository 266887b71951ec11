// SPDX-License-Identifier: Apache-2.0
// Repetition: how many alike siblings an ancestor has and what they hold together, blocks of the
// same path, and units of a page that are each "the same article" (threads, endless scroll).
#include "score/feature_groups.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tamis::score_detail {

namespace {

constexpr std::size_t kSiblingLevels = 4;
// clang-format off
#define TAMIS_NAMES(what) {"siblings0." what, "siblings1." what, "siblings2." what, "siblings3." what}
// clang-format on
using Names = std::array<const char*, kSiblingLevels>;
constexpr Names kCount = TAMIS_NAMES("count"), kLinked = TAMIS_NAMES("linked"),
                kDensity = TAMIS_NAMES("link_density"), kMean = TAMIS_NAMES("mean_units"),
                kPunctuation = TAMIS_NAMES("punctuation");
#undef TAMIS_NAMES

void add_level(const Layout& at, std::size_t level, FeatureColumns& out) {
  const auto count = out.add(kCount[level], 1), linked = out.add(kLinked[level]),
             density = out.add(kDensity[level]), mean = out.add(kMean[level]),
             punctuation = out.add(kPunctuation[level]);
  for (std::size_t b = 0; b < at.count; ++b) {
    const ContainerId c = at.up[level][b];
    if (c == kNone) continue;
    const AlikeGroup& group = at.alike[at.alike_of[c]];
    const auto size = static_cast<float>(group.count);
    const float units = std::max(group.units, 0.5F);
    count[b] = size;
    linked[b] = static_cast<float>(group.linked) / size;
    density[b] = group.link_units / units;
    mean[b] = group.units / size;
    punctuation[b] = group.punctuation / units;
  }
}

struct PathFigures {
  std::uint32_t count = 0;
  float units = 0, link_units = 0, punctuation = 0;
};

void add_paths(const Layout& at, FeatureColumns& out) {
  std::unordered_map<std::uint64_t, PathFigures> paths;
  paths.reserve(at.count);
  for (std::size_t b = 0; b < at.count; ++b) {
    PathFigures& path = paths[at.path[b]];
    ++path.count;
    path.units += at.units[b];
    path.link_units += at.link_units[b];
    path.punctuation += static_cast<float>(at.block(b).stats.punctuation);
  }
  const auto count = out.add("path.count"), share = out.add("path.share"),
             density = out.add("path.link_density"), mean = out.add("path.mean_units"),
             punctuation = out.add("path.punctuation");
  for (std::size_t b = 0; b < at.count; ++b) {
    const PathFigures& path = paths[at.path[b]];
    count[b] = static_cast<float>(path.count);
    share[b] = path.units / at.total;
    density[b] = path.link_units / std::max(path.units, 0.5F);
    mean[b] = path.units / count[b];
    punctuation[b] = path.punctuation / std::max(path.units, 0.5F);
  }
}

// The outermost ancestor that is one of several alike siblings with prose: its rank among them.
struct Unit {
  float count = 0, rank = -1, share = 0;
};

std::vector<Unit> find_units(const Layout& at) {
  std::vector<Unit> out(at.page.containers.size());
  std::vector<float> seen(at.alike.size(), 0);
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    const AlikeGroup& group = at.alike[at.alike_of[c]];
    if (container.parent != kNone) out[c] = out[container.parent];
    const bool one_of_several =
        group.with_prose >= 2 && container.paragraphs >= 1 && container.last - container.first >= 2;
    if (!one_of_several || out[c].rank >= 0) continue;
    out[c] = {static_cast<float>(group.with_prose), seen[at.alike_of[c]]++,
              container.stats.units / std::max(group.units, 0.5F)};
  }
  return out;
}

void add_units(const Layout& at, FeatureColumns& out) {
  const std::vector<Unit> units = find_units(at);
  const auto count = out.add("unit.count"), rank = out.add("unit.rank", -1),
             share = out.add("unit.share");
  for (std::size_t b = 0; b < at.count; ++b) {
    const ContainerId c = at.up[0][b];
    if (c == kNone) continue;
    count[b] = units[c].count;
    rank[b] = units[c].rank;
    share[b] = units[c].share;
  }
}

}  // namespace

void add_siblings(const Layout& at, FeatureColumns& out) {
  for (std::size_t level = 0; level < kSiblingLevels; ++level) add_level(at, level, out);
  add_paths(at, out);
  add_units(at, out);
}

}  // namespace tamis::score_detail
