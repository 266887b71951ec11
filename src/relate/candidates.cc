// SPDX-License-Identifier: Apache-2.0
#include "relate/candidates.h"

#include "relate/compare.h"
#include "relate/keeper.h"
#include "relate/postings.h"

#include <algorithm>

namespace tamis::relating {

namespace {

// Partners of one page by SimHash: a template's thousand pages do not make a million pairs.
constexpr std::uint32_t kMostPartners = 16;

std::vector<std::vector<std::uint32_t>> group_exact(const std::vector<Entry>& entries) {
  const std::vector<std::uint32_t> order = ranked(entries);
  std::vector<std::uint32_t> rank(entries.size());
  std::vector<std::uint32_t> texts;
  for (std::uint32_t r = 0; r < order.size(); ++r) {
    rank[order[r]] = r;
    if (entries[order[r]].print.exact != Hash128{}) texts.push_back(order[r]);
  }
  std::stable_sort(texts.begin(), texts.end(), [&](std::uint32_t x, std::uint32_t y) {
    return entries[x].print.exact < entries[y].print.exact;
  });
  std::vector<std::vector<std::uint32_t>> groups;
  for (const std::uint32_t i : texts) {
    const bool same =
        !groups.empty() && entries[groups.back()[0]].print.exact == entries[i].print.exact;
    if (!same) groups.emplace_back();
    groups.back().push_back(i);
  }
  for (std::vector<std::uint32_t>& group : groups) {
    std::stable_sort(group.begin(), group.end(), [&](std::uint32_t x, std::uint32_t y) {
      return keeper_before(entries[x], entries[y]);
    });
  }
  std::sort(groups.begin(), groups.end(), [&](const auto& x, const auto& y) {
    const Entry &of_x = entries[x[0]], &of_y = entries[y[0]];
    if (keeper_before(of_x, of_y)) return true;
    return !keeper_before(of_y, of_x) && rank[x[0]] < rank[y[0]];
  });
  return groups;
}

}  // namespace

Candidates find_candidates(const std::vector<Entry>& entries, const Texts& texts,
                           const RelateOptions& options) {
  Candidates candidates;
  candidates.groups = group_exact(entries);
  std::vector<std::uint32_t> group_at;  // of the groups that are long enough
  std::vector<std::uint64_t> simhashes;
  std::vector<JoinText> join_texts(candidates.groups.size());
  Postings postings(options.memory / 2, texts.shelf ? texts.shelf() : nullptr);
  for (std::uint32_t g = 0; g < candidates.groups.size(); ++g) {
    const Fingerprint& print = entries[candidates.groups[g][0]].print;
    if (print.shingles() < kFewShingles) continue;
    group_at.push_back(g);
    simhashes.push_back(print.simhash);
    if (texts.minima) {
      postings.add(g, texts.minima(candidates.groups[g][0]));
    } else {
      postings.add(g, print.minima);
    }
    join_texts[g].letters = print.letters & 0x7FFFFFFF;
    join_texts[g].may_collect = entries[candidates.groups[g][0]].may_collect;
  }
  std::vector<Pair> pairs = near_pairs(
      simhashes, {std::clamp(options.max_distance, 0, 64), kMostPartners, options.threads});
  for (Pair& pair : pairs) pair = {group_at[pair.first], group_at[pair.second]};
  JoinOptions join;
  join.threads = options.threads;
  const JoinResult joined = postings.join(join, join_texts);
  candidates.index = {joined.hashes, joined.cut, joined.largest};
  pairs.insert(pairs.end(), joined.pairs.begin(), joined.pairs.end());
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  candidates.pairs = std::move(pairs);
  return candidates;
}

}  // namespace tamis::relating
