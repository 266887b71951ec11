// SPDX-License-Identifier: Apache-2.0
// Figures of the block's ancestors, level by level.
#include "score/feature_groups.h"

#include <algorithm>
#include <array>

namespace tamis::score_detail {

namespace {

// clang-format off
#define TAMIS_NAMES(what) {"container0." what, "container1." what, "container2." what, \
                           "container3." what, "container4." what, "container5." what, "container6." what}
// clang-format on
using Names = std::array<const char*, kLevels>;
constexpr Names kShare = TAMIS_NAMES("share"), kDensity = TAMIS_NAMES("link_density"),
                kBlocks = TAMIS_NAMES("blocks"), kPunctuation = TAMIS_NAMES("punctuation"),
                kMean = TAMIS_NAMES("mean_units"), kProse = TAMIS_NAMES("prose_share"),
                kPlace = TAMIS_NAMES("place");
#undef TAMIS_NAMES

struct Figures {
  float share, density, blocks, punctuation, mean, prose;
};

std::vector<Figures> figures_of(const Layout& at) {
  std::vector<Figures> out(at.page.containers.size());
  const float prose = std::max(at.prose_total(), 1.0F);
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    const TextStats& stats = container.stats;
    const auto blocks = static_cast<float>(container.last - container.first);
    const float units = std::max(stats.units, 0.5F);
    out[c] = {stats.units / at.total,
              stats.link_units / units,
              blocks,
              static_cast<float>(stats.punctuation) / units,
              stats.units / std::max(blocks, 1.0F),
              (at.prose_before[container.last] - at.prose_before[container.first]) / prose};
  }
  return out;
}

}  // namespace

void add_containers(const Layout& at, FeatureColumns& out) {
  const std::vector<Figures> figures = figures_of(at);
  for (std::size_t level = 0; level < kLevels; ++level) {
    const auto share = out.add(kShare[level], 1), density = out.add(kDensity[level]),
               blocks = out.add(kBlocks[level]), punctuation = out.add(kPunctuation[level]),
               mean = out.add(kMean[level]), prose = out.add(kProse[level], 1),
               place = out.add(kPlace[level]);
    for (std::size_t b = 0; b < at.count; ++b) {
      // Above the outermost container stands the page itself.
      const ContainerId c = at.up[level][b] != kNone || figures.empty() ? at.up[level][b] : 0;
      if (c == kNone) continue;
      const Figures& own = figures[c];
      share[b] = own.share;
      density[b] = own.density;
      blocks[b] = own.blocks;
      punctuation[b] = own.punctuation;
      mean[b] = own.mean;
      prose[b] = own.prose;
      const float size = own.blocks - 1;
      place[b] = size > 0 ? static_cast<float>(b - at.container(c).first) / size : 0;
    }
  }
}

}  // namespace tamis::score_detail
