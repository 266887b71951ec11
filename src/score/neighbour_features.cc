// SPDX-License-Identifier: Apache-2.0
#include "score/feature_groups.h"

#include <algorithm>
#include <array>

namespace tamis::score_detail {

namespace {

constexpr std::array kOffsets = {-3, -2, -1, 1, 2, 3};
// clang-format off
#define TAMIS_NAMES(what) {"before3." what, "before2." what, "before1." what, \
                           "after1." what, "after2." what, "after3." what}
// clang-format on
using Names = std::array<const char*, kOffsets.size()>;
constexpr Names kUnits = TAMIS_NAMES("units"), kDensity = TAMIS_NAMES("link_density"),
                kEnds = TAMIS_NAMES("ends_sentence"), kPhrase = TAMIS_NAMES("phrase"),
                kProse = TAMIS_NAMES("prose"), kDate = TAMIS_NAMES("date"),
                kSamePath = TAMIS_NAMES("same_path"), kSameParent = TAMIS_NAMES("same_parent");
#undef TAMIS_NAMES

void add_offset(const Layout& at, std::size_t k, FeatureColumns& out) {
  const auto units = out.add(kUnits[k], -1), density = out.add(kDensity[k], -1),
             ends = out.add(kEnds[k], -1), phrase = out.add(kPhrase[k], -1),
             prose = out.add(kProse[k], -1), date = out.add(kDate[k], -1),
             same_path = out.add(kSamePath[k]), same_parent = out.add(kSameParent[k]);
  for (std::size_t b = 0; b < at.count; ++b) {
    const std::ptrdiff_t other = static_cast<std::ptrdiff_t>(b) + kOffsets[k];
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(at.count)) continue;
    const auto n = static_cast<std::size_t>(other);
    const BlockEvidence& evidence = at.evidence.blocks[n];
    units[b] = at.units[n];
    density[b] = at.block(n).stats.link_density();
    ends[b] = at.block(n).ends_sentence;
    phrase[b] = evidence.phrase ? static_cast<float>(evidence.phrase->strength) + 1 : 0;
    prose[b] = evidence.prose;
    date[b] = at.block(n).date_only;
    same_path[b] = at.path[n] == at.path[b];
    same_parent[b] = at.up[1][n] == at.up[1][b];
  }
}

// Sums over blocks so that a window costs two look-ups.
std::vector<float> summed(const Layout& at, const auto& value) {
  std::vector<float> out(at.count + 1, 0);
  for (std::size_t b = 0; b < at.count; ++b) out[b + 1] = out[b] + static_cast<float>(value(b));
  return out;
}

struct WindowNames {
  const char *units, *density, *ends, *prose;
};

struct Sums {
  std::vector<float> links, ends, prose;
};

// Blocks [b - back, b + ahead] without b itself.
void add_window(const Layout& at, const Sums& sums, std::size_t back, std::size_t ahead,
                const WindowNames& names, FeatureColumns& out) {
  const auto units = out.add(names.units), density = out.add(names.density),
             ends = out.add(names.ends), prose = out.add(names.prose);
  for (std::size_t b = 0; b < at.count; ++b) {
    const std::size_t first = b > back ? b - back : 0, last = std::min(b + ahead + 1, at.count);
    const auto rest = static_cast<float>(last - first - 1);
    if (rest <= 0) continue;
    const auto without = [&](const std::vector<float>& sum) {
      return (sum[last] - sum[first]) - (sum[b + 1] - sum[b]);
    };
    const float all = without(at.before);
    units[b] = all / rest;
    density[b] = without(sums.links) / std::max(all, 0.5F);
    ends[b] = without(sums.ends) / rest;
    prose[b] = without(sums.prose) / rest;
  }
}

}  // namespace

void add_neighbours(const Layout& at, FeatureColumns& out) {
  for (std::size_t k = 0; k < kOffsets.size(); ++k) add_offset(at, k, out);
  const Sums sums{summed(at, [&](std::size_t b) { return at.link_units[b]; }),
                  summed(at, [&](std::size_t b) { return at.block(b).ends_sentence; }),
                  summed(at, [&](std::size_t b) { return at.evidence.blocks[b].prose; })};
  add_window(at, sums, 3, 3,
             {"window3.units", "window3.link_density", "window3.ends", "window3.prose"}, out);
  add_window(at, sums, 8, 8,
             {"window8.units", "window8.link_density", "window8.ends", "window8.prose"}, out);
  add_window(at, sums, 6, 0, {"back6.units", "back6.link_density", "back6.ends", "back6.prose"},
             out);
  add_window(at, sums, 0, 6, {"ahead6.units", "ahead6.link_density", "ahead6.ends", "ahead6.prose"},
             out);
}

}  // namespace tamis::score_detail
