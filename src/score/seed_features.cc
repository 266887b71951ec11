// SPDX-License-Identifier: Apache-2.0
// From the seed on: the seed is the first paragraph behind the headline. What an article that goes
// on does not have: a long stretch without prose, marks, headlines, dates, another <article>.
#include "score/feature_groups.h"

#include <algorithm>

namespace tamis::score_detail {

namespace {

constexpr float kUnknown = -1;

BlockId find_seed(const Layout& at) {
  const MainText& main = at.evidence.main;
  const bool title_inside = at.title != kNone && at.title < main.last;
  const BlockId begin = title_inside ? std::max(at.title, main.first) : main.first;
  for (BlockId b = begin; b < std::min<std::size_t>(main.last, at.count); ++b) {
    if (at.evidence.blocks[b].prose) return b;
  }
  return kNone;
}

// The innermost <article> or <section> around each container; kNone: none.
std::vector<ContainerId> sections_of(const Layout& at) {
  std::vector<ContainerId> out(at.page.containers.size(), kNone);
  for (ContainerId c = 0; c < out.size(); ++c) {
    const Container& container = at.container(c);
    const bool own = container.tag == Tag::kArticle || container.tag == Tag::kSection;
    out[c] = own ? c : container.parent == kNone ? kNone : out[container.parent];
  }
  return out;
}

void add_way_to_seed(const Layout& at, BlockId seed, FeatureColumns& out) {
  const auto down = out.add("seed.down", kUnknown), up = out.add("seed.up", kUnknown),
             path = out.add("seed.same_path"), section = out.add("seed.same_section");
  if (seed == kNone || at.page.containers.empty()) return;
  const std::vector<Steps> steps = steps_to(at.page, at.block(seed).container);
  const std::vector<ContainerId> sections = sections_of(at);
  for (std::size_t b = 0; b < at.count; ++b) {
    const ContainerId c = at.up[0][b];
    if (c == kNone) continue;
    down[b] = steps[c].down;
    up[b] = steps[c].up;
    path[b] = at.path[b] == at.path[seed];
    section[b] = sections[c] == sections[at.block(seed).container];
  }
}

// Counts since the seed that only grow.
struct Since {
  float gap_blocks = 0, gap_units = 0;           // of the stretch without prose that is open now
  float longest_gap = 0, longest_gap_units = 0;  // so far
  float marks = 0, headings = 0, dates = 0, linked = 0;
};

void count(const Layout& at, std::size_t b, Since& since) {
  const BlockEvidence& evidence = at.evidence.blocks[b];
  const Block& block = at.block(b);
  if (evidence.prose) {
    since.gap_blocks = since.gap_units = 0;
  } else {
    ++since.gap_blocks;
    since.gap_units += at.units[b];
    since.longest_gap = std::max(since.longest_gap, since.gap_blocks);
    since.longest_gap_units = std::max(since.longest_gap_units, since.gap_units);
  }
  since.marks += evidence.phrase && evidence.phrase->strength != Strength::kWeak;
  since.headings += block.tag == Tag::kH1 || block.tag == Tag::kH2 || block.tag == Tag::kH3;
  since.dates += block.date_only;
  since.linked += block.stats.link_density() > 0.5F;
}

void add_since_seed(const Layout& at, BlockId seed, FeatureColumns& out) {
  const auto blocks = out.add("seed.blocks", kUnknown), gap = out.add("seed.longest_gap"),
             gap_units = out.add("seed.longest_gap_units"), marks = out.add("seed.marks"),
             headings = out.add("seed.headings"), dates = out.add("seed.dates"),
             linked = out.add("seed.linked");
  if (seed == kNone) return;
  Since since;
  for (std::size_t b = seed; b < at.count; ++b) {
    blocks[b] = static_cast<float>(b - seed);
    gap[b] = since.longest_gap;
    gap_units[b] = since.longest_gap_units;
    marks[b] = since.marks;
    headings[b] = since.headings;
    dates[b] = since.dates;
    linked[b] = since.linked;
    count(at, b, since);
  }
}

}  // namespace

void add_seed(const Layout& at, FeatureColumns& out) {
  const BlockId seed = find_seed(at);
  add_way_to_seed(at, seed, out);
  add_since_seed(at, seed, out);
}

}  // namespace tamis::score_detail
