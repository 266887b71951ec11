// SPDX-License-Identifier: Apache-2.0
// Steps from a block to the node that a known scorer would take for the article: the sum of
// paragraphs passed up to ancestors (Readability), text and sign density (GNE: Yang et al. 2019),
// composite text density (CETD: Sun, Song, Liao 2011), and our own main text.
#include "score/feature_groups.h"

#include <algorithm>
#include <cmath>

namespace tamis::score_detail {

namespace {

using NodeScores = std::vector<float>;

float commas(const Block& block) {
  return static_cast<float>(block.stats.punctuation) * 0.6F;  // marks of all kinds stand in
}

NodeScores by_paragraphs(const Layout& at) {
  NodeScores out(at.page.containers.size(), 0);
  for (std::size_t b = 0; b < at.count; ++b) {
    if (at.units[b] < 6) continue;
    const Tag tag = at.block(b).tag;
    const bool leaf = tag == Tag::kP || tag == Tag::kPre || tag == Tag::kTd;
    const float points = 1 + commas(at.block(b)) + std::min(at.units[b] * 0.06F, 3.0F);
    for (std::size_t level = leaf ? 1 : 0, step = 0; level < kLevels && step < 5; ++level, ++step) {
      const ContainerId c = at.up[level][b];
      if (c == kNone) break;
      const float divisor = step == 0 ? 1 : step == 1 ? 2 : 3 * static_cast<float>(step);
      out[c] += points / divisor;
    }
  }
  for (ContainerId c = 0; c < out.size(); ++c) {
    if (out[c] <= 0) continue;
    const Hints& hints = at.evidence.containers[c];
    out[c] += hints.keep ? 25.0F : hints.drop ? -25.0F : 0.0F;
    out[c] *= 1 - at.container(c).stats.link_density();
  }
  return out;
}

NodeScores by_signs(const Layout& at) {
  NodeScores out(at.page.containers.size(), 0);
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    const float text = container.stats.units - container.stats.link_units;
    if (text <= 5) continue;
    const auto elements = static_cast<float>(container.end - c);
    const float signs = text / (static_cast<float>(container.stats.punctuation) + 1);
    out[c] = text / elements * std::log10(static_cast<float>(container.paragraphs) + 2) *
             std::log(std::max(1.01F, signs));
  }
  return out;
}

NodeScores by_density(const Layout& at) {
  NodeScores out(at.page.containers.size(), 0);
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    const float text = container.stats.units - container.stats.link_units;
    if (text <= 5 || container.parent == kNone) continue;
    out[container.parent] += text / static_cast<float>(container.end - c);
  }
  for (std::size_t b = 0; b < at.count; ++b) {
    if (at.up[0][b] != kNone) out[at.up[0][b]] += at.units[b] / 2;
  }
  return out;
}

ContainerId best_of(const NodeScores& scores) {
  if (scores.empty()) return kNone;
  return static_cast<ContainerId>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

struct CandidateNames {
  const char *down, *up, *share, *side, *own;
};

void add_candidate(const Layout& at, ContainerId top, const NodeScores& scores,
                   const CandidateNames& names, FeatureColumns& out) {
  const auto down = out.add(names.down), up = out.add(names.up), share = out.add(names.share),
             side = out.add(names.side);
  const auto own = names.own ? out.add(names.own) : std::span<float>();
  if (top == kNone) return;
  const std::vector<Steps> steps = steps_to(at.page, top);
  const Container& chosen = at.container(top);
  for (std::size_t b = 0; b < at.count; ++b) {
    share[b] = chosen.stats.units / at.total;
    side[b] = b < chosen.first ? -1 : b >= chosen.last ? 1 : 0;
    const ContainerId c = at.up[0][b];
    if (c == kNone) continue;
    down[b] = steps[c].down;
    up[b] = steps[c].up;
    if (names.own) own[b] = std::log1p(std::max(0.0F, scores[c]));
  }
}

}  // namespace

void add_candidates(const Layout& at, FeatureColumns& out) {
  const auto add = [&](const NodeScores& scores, const CandidateNames& names) {
    add_candidate(at, best_of(scores), scores, names, out);
  };
  add(by_paragraphs(at), {"paragraphs.down", "paragraphs.up", "paragraphs.share", "paragraphs.side",
                          "paragraphs.own"});
  add(by_signs(at), {"signs.down", "signs.up", "signs.share", "signs.side", "signs.own"});
  add(by_density(at),
      {"density.down", "density.up", "density.share", "density.side", "density.own"});
  add_candidate(at, at.evidence.main.container, {},
                {"main.down", "main.up", "main.share", "main.side", nullptr}, out);
}

}  // namespace tamis::score_detail
