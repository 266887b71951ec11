// SPDX-License-Identifier: Apache-2.0
#include "evidence/main_text.h"

#include "evidence/title.h"

#include <algorithm>
#include <cmath>

namespace tamis::evidence_detail {

namespace {

constexpr float kNear = 1.5F, kFar = 0.7F, kBefore = 0.5F, kFades = 150;  // title_nearness
constexpr float kShortLineCost = 1.5F;  // of a short line of plain text
constexpr std::uint32_t kOutside = kInNav | kInFooter | kHidden | kInForm;

// An item of a list of teasers: short text under a line that is nothing but a link.
bool has_link_line(const Page& page, const Container& item) {
  if (item.last - item.first > 12) return false;
  for (BlockId b = item.first; b < item.last; ++b) {
    const Block& block = page.blocks.blocks[b];
    if ((block.context & kInLink) && block.stats.units >= 3) return true;
  }
  return false;
}

// A list of linked siblings that holds the block: teasers and menus.
bool in_linked_list(const Page& page, const Block& block) {
  int levels = 0;
  for (ContainerId c = block.container; c != kNone && levels < 4;
       c = page.blocks.containers[c].parent, ++levels) {
    const Container& at = page.blocks.containers[c];
    const bool alike = at.siblings_alike >= 4 && at.siblings_linked * 10 >= at.siblings_alike * 9;
    if (!alike || at.paragraphs > 1) continue;
    if (at.stats.link_density() > 0.2F || has_link_line(page, at)) return true;
  }
  return false;
}

bool is_headline(const Page& page, const std::vector<std::string>& titles, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  if (block.stats.units < 2 || block.stats.units > 45 || block.context & kInLink) return false;
  if (block.tag == Tag::kH1) return true;
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return title_agreement(page.evidence[b].canonical, title) > 0.8;
  });
}

// How close a block follows a headline: 1.5 right behind it, .7 far away, .5 before any. Distance
// counts the text between that is no prose, so a long article does not move away from its title.
std::vector<float> title_nearness(const Page& page) {
  std::vector<std::string> titles;
  for (const Claim& claim : page.head.titles) titles.push_back(canonical_line(claim.value));
  std::vector<float> out(page.blocks.blocks.size(), 1);
  bool any = false;
  float between = 0;
  for (BlockId b = 0; b < out.size(); ++b) {
    if (is_headline(page, titles, b)) {
      any = true;
      between = 0;
    }
    out[b] = any ? kFar + (kNear - kFar) * std::exp(-between / kFades) : kBefore;
    if (!page.evidence[b].prose) between += page.blocks.blocks[b].stats.units + 1;
  }
  if (!any) std::fill(out.begin(), out.end(), 1.0F);
  return out;
}

struct Run {
  BlockId first = 0, last = 0;
  float sum = 0;
};

// The run of blocks in [first, last) with the largest sum (Kadane over prefix sums).
Run best_run_of(const std::vector<float>& sums, BlockId first, BlockId last) {
  Run best{first, last, sums[last] - sums[first]};
  BlockId lowest = first;
  for (BlockId b = first; b < last; ++b) {
    if (sums[b] < sums[lowest]) lowest = b;
    const float sum = sums[b + 1] - sums[lowest];
    if (sum > best.sum) best = {lowest, b + 1, sum};
  }
  return best;
}

// Plain text: the run of lines with the largest sum (Kadane).
MainText best_run(const Page& page) {
  MainText best;
  float best_sum = 0, sum = 0;
  BlockId first = 0;
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    const Block& block = page.blocks.blocks[b];
    float weight = block_weight(page, b);
    if (block.date_only) weight = -3;
    if (weight > -1 && weight < 0) weight = -kShortLineCost;
    if (sum <= 0) {
      sum = 0;
      first = b;
    }
    sum += weight;
    if (sum > best_sum) {
      best_sum = sum;
      best.first = first;
      best.last = b + 1;
    }
  }
  if (best.last == 0) best.last = static_cast<BlockId>(page.blocks.blocks.size());
  return best;
}

}  // namespace

float block_weight(const Page& page, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  const BlockEvidence& e = page.evidence[b];
  const TextStats& s = block.stats;
  const float cost = std::min(s.units, 30.0F);
  if (block.context & kOutside) return -(0.5F * cost + 2);
  const bool strong_token = e.token && e.token->strength == Strength::kStrong;
  if (strong_token && e.token->label != LabelName::kMeta && e.token->label != LabelName::kCaption) {
    return -(cost + 2);
  }
  if (e.phrase && e.phrase->strength == Strength::kStrong) return -5;
  if (e.teaser) return -(0.3F * cost + 1);
  if (in_linked_list(page, block)) return -(0.5F * cost + 2);
  if (e.prose) {
    const float value = s.units * (1 - s.link_density());
    return e.token && e.token->strength == Strength::kMedium ? 0.75F * value : value;
  }
  if (block.truncated) return -(0.3F * cost + 1);
  if (s.link_density() >= 0.5F) return -(0.7F * cost + 2);
  return s.units >= 8 ? 0.3F * s.units : -0.5F;
}

MainText find_main_text(const Page& page) {
  MainText best;
  best.last = static_cast<BlockId>(page.blocks.blocks.size());
  if (page.blocks.from_text) return best_run(page);
  if (page.blocks.containers.empty()) return best;
  const std::vector<float> nearness = title_nearness(page);
  std::vector<float> sums(page.blocks.blocks.size() + 1, 0);
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    const float weight = block_weight(page, b);
    sums[b + 1] = sums[b] + (weight > 0 ? weight * nearness[b] : weight);
  }
  float best_value = 0;
  for (ContainerId c = 0; c < page.blocks.containers.size(); ++c) {
    const Container& at = page.blocks.containers[c];
    const Run run = best_run_of(sums, at.first, at.last);
    const float value = 0.5F * (sums[at.last] - sums[at.first] + run.sum);
    // Equal values: the inner one, which comes later.
    if (best.container == kNone || value >= best_value) {
      best_value = value;
      best = {c, at.first, at.last};
    }
  }
  return best;
}

}  // namespace tamis::evidence_detail
