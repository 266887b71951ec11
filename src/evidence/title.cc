// SPDX-License-Identifier: Apache-2.0
#include "evidence/title.h"

#include <algorithm>

namespace tamis::evidence_detail {

namespace {

constexpr float kLongestTitle = 45, kShortestTitle = 1.5F;  // units
constexpr double kAgrees = 0.55;
constexpr std::size_t kShortestPart = 12;  // bytes: four Han characters

float heading_bonus(const Block& block) {
  switch (block.tag) {
    case Tag::kH1: return 0.5F;
    case Tag::kH2: return 0.25F;
    case Tag::kH3: return 0.1F;
    default: return block.context & kInLink ? -0.4F : 0.0F;
  }
}

bool could_be_title(const Block& block, const BlockEvidence& e) {
  return block.stats.units >= kShortestTitle && block.stats.units <= kLongestTitle &&
         !block.date_only && !(e.phrase && e.phrase->strength == Strength::kStrong);
}

double best_agreement(const Page& page, const std::vector<std::string>& titles, BlockId b) {
  double best = 0;
  for (const std::string& title : titles) {
    best = std::max(best, title_agreement(page.evidence[b].canonical, title));
  }
  return best;
}

// Far from the body a line is a teaser or a breadcrumb, however well it agrees.
double distance_cost(BlockId b, BlockId body_begin, BlockId body_end) {
  if (b >= body_end) return 0.5;
  if (b > body_begin) return 0.02 * (b - body_begin);
  return std::min(0.2, 0.005 * (body_begin - b));
}

BlockId best_by_head(const Page& page, BlockId body_begin, BlockId body_end) {
  std::vector<std::string> titles;
  for (const Claim& claim : page.head.titles) titles.push_back(canonical_line(claim.value));
  BlockId best = kNone;
  double best_score = kAgrees;
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    const Block& block = page.blocks.blocks[b];
    const double agreement = best_agreement(page, titles, b);
    const bool says_the_same = agreement >= 1 && (block.context & kInHeading);  // however short
    if (!says_the_same && !could_be_title(block, page.evidence[b])) continue;
    if (agreement < 0.3) continue;
    const double score = agreement + heading_bonus(block) - distance_cost(b, body_begin, body_end);
    if (score > best_score) {
      best_score = score;
      best = b;
    }
  }
  return best;
}

BlockId nearest_heading(const Page& page, BlockId body_begin, BlockId body_end) {
  BlockId best = kNone;
  for (const Tag tag : {Tag::kH1, Tag::kH2}) {
    for (BlockId b = 0; b < std::min(body_end, body_begin + 2); ++b) {
      const Block& block = page.blocks.blocks[b];
      const bool one_word = tag == Tag::kH1 && block.stats.units >= 1 &&
                            block.stats.units < kShortestTitle && !(block.context & kInLink);
      if (block.tag != tag || !(one_word || could_be_title(block, page.evidence[b]))) continue;
      if (page.evidence[b].token && page.evidence[b].token->strength == Strength::kStrong) continue;
      if (tag == Tag::kH2 && body_begin - std::min(b, body_begin) > 8) continue;
      best = b;
    }
    if (best != kNone) return best;
  }
  return best;
}

// Plain text: a line that others repeat is the headline, else the first that can be one.
BlockId first_headline(const Page& page, BlockId body_begin) {
  BlockId first = kNone;
  for (BlockId b = 0; b < body_begin; ++b) {
    const Block& block = page.blocks.blocks[b];
    const BlockEvidence& e = page.evidence[b];
    if (!could_be_title(block, e) || e.phrase || block.bullet || e.prose) continue;
    if (block.stats.units < 3) continue;
    if (first == kNone) first = b;
    for (BlockId other = 0; other < body_begin; ++other) {
      if (other != b && page.evidence[other].canonical.size() >= kShortestPart &&
          title_agreement(e.canonical, page.evidence[other].canonical) > 0.75) {
        return b;
      }
    }
  }
  return first;
}

}  // namespace

double title_agreement(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return 0;
  if (a == b) return 1;
  if (a.size() < kShortestPart) return 0;
  const std::size_t at = b.find(a);
  if (at == std::string_view::npos) return 0;
  const double share = static_cast<double>(a.size()) / static_cast<double>(b.size());
  return at == 0 ? std::max(share, 0.6 + 0.4 * share) : share;
}

TitleFound find_title(const Page& page, BlockId body_begin, BlockId body_end) {
  TitleFound found;
  found.block = best_by_head(page, body_begin, body_end);
  if (found.block == kNone && page.blocks.from_text) {
    found.block = first_headline(page, body_begin);
  } else if (found.block == kNone) {
    found.block = nearest_heading(page, body_begin, body_end);
  }
  if (found.block == kNone) return found;
  const std::string& title = page.evidence[found.block].canonical;
  for (BlockId b = 0; b < page.blocks.blocks.size(); ++b) {
    const Block& block = page.blocks.blocks[b];
    if (b == found.block || block.stats.units > kLongestTitle || page.evidence[b].prose) continue;
    const std::string& line = page.evidence[b].canonical;
    const bool same = line == title;
    // A link that carries the headline, or "正在阅读:" and "permalink:" before it.
    const bool holds = title.size() >= 2 * kShortestPart && line.size() < title.size() + 90 &&
                       line.find(title) != std::string::npos;
    if (same || holds) found.repeats.push_back(b);
  }
  return found;
}

}  // namespace tamis::evidence_detail
