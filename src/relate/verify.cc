// SPDX-License-Identifier: Apache-2.0
#include "relate/verify.h"

#include "relate/compare.h"
#include "relate/parallel.h"

#include <deque>
#include <memory>
#include <unordered_map>
#include <utility>

namespace tamis::relating {

namespace {

constexpr std::size_t kChunk = 512;    // pairs a task
constexpr std::size_t kRecent = 64;    // texts that are kept ...
constexpr std::size_t kLong = 50'000;  // ... of no more letters: a few dozen megabytes at most

// What was made of the texts that were looked at closely of late: in a family of copies each is
// compared with each. One task's.
class Recent {
 public:
  Recent(const std::vector<Entry>& entries, const Texts& texts, const Canon& canon)
      : entries_(entries), texts_(texts), canon_(canon) {}

  std::shared_ptr<Profile> profile(std::uint32_t entry) const {
    const auto found = profiles_.find(entry);
    if (found != profiles_.end()) return found->second;
    return std::make_shared<Profile>(texts_, entries_[entry], entry, canon_);
  }
  void keep(std::uint32_t entry, const std::shared_ptr<Profile>& profile) {
    if (profile->letters().size() > kLong || !profiles_.emplace(entry, profile).second) return;
    order_.push_back(entry);
    if (order_.size() <= kRecent) return;
    profiles_.erase(order_.front());
    order_.pop_front();
  }

 private:
  const std::vector<Entry>& entries_;
  const Texts& texts_;
  const Canon& canon_;
  std::unordered_map<std::uint32_t, std::shared_ptr<Profile>> profiles_;
  std::deque<std::uint32_t> order_;  // as they came
};

}  // namespace

std::vector<Verified> verify(const std::vector<Entry>& entries, const Texts& texts,
                             const Canon& canon, const std::vector<Pair>& pairs,
                             const RelateOptions& options) {
  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<Verified> out;
    Recent recent(entries, texts, canon);
    std::shared_ptr<Profile> first;
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = pairs[i];
      if (i == begin || x != pairs[i - 1].first) first = recent.profile(x);
      const std::shared_ptr<Profile> second = recent.profile(y);
      if (!may_be_related(*first, *second)) continue;
      recent.keep(x, first);
      recent.keep(y, second);
      Relation relation = judge(entries[x], *first, entries[y], *second, options);
      if (relation.type == RelationType::kUnrelated) continue;
      const bool x_is_a = relation.a == 0;
      relation.a = x_is_a ? x : y;
      relation.b = x_is_a ? y : x;
      out.push_back({i, std::move(relation)});
    }
    return out;
  };
  return gather<Verified>(pairs.size(), kChunk, options.threads, work);
}

}  // namespace tamis::relating
