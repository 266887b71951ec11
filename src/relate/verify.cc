// SPDX-License-Identifier: Apache-2.0
#include "relate/verify.h"

#include "relate/compare.h"
#include "relate/parallel.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

namespace tamis::relating {

namespace {

constexpr std::size_t kChunk = 1024;  // pairs a task
constexpr std::size_t kMostLetters = 1u
                                     << 19;  // of the texts that are kept: fifty megabytes at most

// What was made of the texts that were looked at closely of late: in a family of copies each is
// compared with each. One task's.
class Recent {
 public:
  Recent(const std::vector<Entry>& entries, const Texts& texts, const Canon& canon)
      : entries_(entries), texts_(texts), canon_(canon) {}

  std::shared_ptr<Profile> profile(std::uint32_t entry) {
    const auto [at, is_new] = profiles_.try_emplace(entry);
    if (!is_new) return at->second;
    at->second = std::make_shared<Profile>(texts_, entries_[entry], entry, canon_);
    std::shared_ptr<Profile> profile = at->second;
    order_.push_back(entry);
    letters_ += profile->letters().size();
    while (letters_ > kMostLetters) {
      const auto oldest = profiles_.find(order_.front());
      letters_ -= oldest->second->letters().size();
      profiles_.erase(oldest);
      order_.pop_front();
    }
    return profile;
  }

 private:
  const std::vector<Entry>& entries_;
  const Texts& texts_;
  const Canon& canon_;
  std::unordered_map<std::uint32_t, std::shared_ptr<Profile>> profiles_;
  std::deque<std::uint32_t> order_;  // as they came
  std::size_t letters_ = 0;
};

// The pairs, by number, that their letters do not rule out.
std::vector<std::uint32_t> hopeful(const std::vector<Entry>& entries, const Texts& texts,
                                   const Canon& canon, const std::vector<Pair>& pairs,
                                   int threads) {
  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> out;
    std::optional<Profile> first;
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = pairs[i];
      if (i == begin || x != pairs[i - 1].first) first.emplace(texts, entries[x], x, canon);
      const Profile second(texts, entries[y], y, canon);
      if (may_be_alike(*first, second)) out.push_back(static_cast<std::uint32_t>(i));
    }
    return out;
  };
  return gather<std::uint32_t>(pairs.size(), kChunk, threads, work);
}

// The pairs of one family after each other, so that each text of it is read about once: by the
// parts of the graph that they make.
void sort_by_family(const std::vector<Pair>& pairs, std::uint32_t entries,
                    std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> parent(entries);
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](std::uint32_t entry) {
    while (parent[entry] != entry) entry = parent[entry] = parent[parent[entry]];
    return entry;
  };
  for (const std::uint32_t i : order) {
    const std::uint32_t x = root(pairs[i].first), y = root(pairs[i].second);
    parent[std::max(x, y)] = std::min(x, y);
  }
  for (std::uint32_t entry = 0; entry < entries; ++entry) parent[entry] = root(entry);
  std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
    const std::uint32_t of_i = parent[pairs[i].first], of_j = parent[pairs[j].first];
    return of_i != of_j ? of_i < of_j : i < j;
  });
}

}  // namespace

std::vector<Verified> verify(const std::vector<Entry>& entries, const Texts& texts,
                             const Canon& canon, const std::vector<Pair>& pairs,
                             const RelateOptions& options) {
  std::vector<std::uint32_t> order = hopeful(entries, texts, canon, pairs, options.threads);
  sort_by_family(pairs, static_cast<std::uint32_t>(entries.size()), order);
  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<Verified> out;
    Recent recent(entries, texts, canon);
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = pairs[order[i]];
      const std::shared_ptr<Profile> first = recent.profile(x), second = recent.profile(y);
      if (!may_be_related(*first, *second)) continue;
      Relation relation = judge(entries[x], *first, entries[y], *second, options);
      if (relation.type == RelationType::kUnrelated) continue;
      const bool x_is_a = relation.a == 0;
      relation.a = x_is_a ? x : y;
      relation.b = x_is_a ? y : x;
      out.push_back({order[i], std::move(relation)});
    }
    return out;
  };
  std::vector<Verified> found = gather<Verified>(order.size(), kChunk, options.threads, work);
  std::sort(found.begin(), found.end(),
            [](const Verified& x, const Verified& y) { return x.pair < y.pair; });
  return found;
}

}  // namespace tamis::relating
