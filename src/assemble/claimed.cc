// SPDX-License-Identifier: Apache-2.0
#include "assemble/claimed.h"

#include "assemble/view.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace tamis {

namespace {

constexpr std::uint32_t kLeastLinked = 3;  // lines
constexpr double kLinkedShare = 0.2;       // of the claim
constexpr double kSame = 0.9;              // share of a line's runs that makes it part of the claim

}  // namespace

namespace assembly {

namespace {

// Where each character of a bare text begins, and its end.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  starts.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); base::next_code_point(text, at)) starts.push_back(at);
  starts.push_back(text.size());
  return starts;
}

std::uint64_t run_at(std::string_view text, const std::vector<std::size_t>& starts, std::size_t n) {
  return base::hash64(text.substr(starts[n], starts[n + Cover::kRun] - starts[n]), 0);
}

}  // namespace

std::string claimed_lines(std::string_view body) {
  std::string text;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const std::string line = base::collapse_space(body.substr(0, end));
    if (!line.empty()) {
      if (!text.empty()) text += '\n';
      text += line;
    }
    body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
  }
  return text;
}

Cover::Cover(std::string_view whole) {
  const std::string text = bare(whole);
  const std::vector<std::size_t> starts = starts_of(text);
  for (std::size_t n = 0; n + kRun < starts.size(); ++n) runs_.push_back(run_at(text, starts, n));
  std::sort(runs_.begin(), runs_.end());
}

double Cover::share(std::string_view part) const {
  const std::string text = bare(part);
  const std::vector<std::size_t> starts = starts_of(text);
  if (starts.size() <= kRun) return 0;
  std::size_t all = 0, found = 0;
  const auto look = [&](std::size_t n) {
    ++all;
    found += std::binary_search(runs_.begin(), runs_.end(), run_at(text, starts, n)) ? 1 : 0;
  };
  const std::size_t last = starts.size() - 1 - kRun;
  for (std::size_t n = 0; n < last; n += kRun) look(n);
  look(last);
  return static_cast<double>(found) / static_cast<double>(all);
}

bool lists_links(const Blocks& blocks, const Cover& claimed) {
  std::uint32_t lines = 0;
  double characters = 0;
  for (const Block& block : blocks.blocks) {
    if (!(block.context & kInLink) || claimed.share(block.text) < kSame) continue;
    ++lines;
    characters += block.stats.characters;
  }
  return lines >= kLeastLinked &&
         characters >= kLinkedShare * static_cast<double>(claimed.characters());
}

}  // namespace assembly

namespace {

using assembly::Cover;

constexpr std::size_t kLeastClaim = 200;  // characters
constexpr double kMore = 1.3;             // the claim is so many times what was kept
constexpr double kKeptIn = 0.75;          // share of the kept text that the claim has
constexpr double kVisible = 0.8;          // share of the claim that stands on the page

constexpr std::uint32_t kLongLine = 24;  // characters

struct Sums {
  double kept = 0, kept_in = 0;  // characters
  double visible = 0;
};

Sums sums_of(const Blocks& blocks, const std::vector<Label>& labels,
             const std::vector<double>& shares) {
  Sums sums;
  for (BlockId n = 0; n < blocks.blocks.size(); ++n) {
    const Block& block = blocks.blocks[n];
    const double characters = block.stats.characters;
    if (is_kept(labels[n].name)) {
      sums.kept += characters;
      sums.kept_in += shares[n] * characters;
    }
    if (shares[n] < kSame) continue;
    if (labels[n].name != LabelName::kTitle) sums.visible += characters;
  }
  return sums;
}

bool is_heading(Tag tag) {
  return tag == Tag::kH2 || tag == Tag::kH3 || tag == Tag::kH4 || tag == Tag::kH5;
}

}  // namespace

void keep_claimed(const Blocks& blocks, const Head& head, std::vector<Label>& labels) {
  const auto claimed = static_cast<double>(base::count_code_points(head.article_body));
  if (claimed < kLeastClaim) return;
  double kept = 0;
  for (BlockId n = 0; n < blocks.blocks.size(); ++n) {
    if (is_kept(labels[n].name)) kept += blocks.blocks[n].stats.characters;
  }
  if (claimed < kMore * kept) return;
  const Cover cover(head.article_body);
  std::vector<double> shares;
  shares.reserve(blocks.blocks.size());
  for (const Block& block : blocks.blocks) shares.push_back(cover.share(block.text));
  const Sums sums = sums_of(blocks, labels, shares);
  // Characters without white space on both sides.
  const double own =
      static_cast<double>(base::count_code_points(assembly::bare(head.article_body)));
  if (sums.kept_in < kKeptIn * sums.kept || sums.visible < kVisible * own ||
      own < kMore * sums.kept || assembly::lists_links(blocks, cover)) {
    return;
  }
  // A short line ("Community") stands in many a text: outside the article it is not the article's.
  const auto is_long = [&](BlockId n) {
    return shares[n] >= kSame && blocks.blocks[n].stats.characters >= kLongLine;
  };
  BlockId first = 0, end = static_cast<BlockId>(blocks.blocks.size());
  while (first < end && !is_long(first)) ++first;
  while (end > first && !is_long(end - 1)) --end;
  // Its neighbours without a gap are.
  while (first > 0 && first < end && shares[first - 1] >= kSame) --first;
  while (end < blocks.blocks.size() && first < end && shares[end] >= kSame) ++end;
  for (BlockId n = first; n < end; ++n) {
    if (shares[n] < kSame || is_kept(labels[n].name) || labels[n].name == LabelName::kTitle)
      continue;
    labels[n].name = is_heading(blocks.blocks[n].tag) ? LabelName::kHeading : LabelName::kBody;
    labels[n].reason = assembly::kClaimReason;
  }
}

}  // namespace tamis
