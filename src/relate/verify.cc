// SPDX-License-Identifier: Apache-2.0
#include "relate/verify.h"

#include "relate/compare.h"
#include "relate/parallel.h"

#include <optional>

namespace tamis::relating {

namespace {
constexpr std::size_t kChunk = 128;  // pairs a task
}

std::vector<Verified> verify(const std::vector<Entry>& entries, const Texts& texts,
                             const Canon& canon, const std::vector<Pair>& pairs,
                             const RelateOptions& options) {
  const auto work = [&](std::size_t begin, std::size_t end) {
    std::vector<Verified> out;
    std::optional<Profile> first;
    for (std::size_t i = begin; i < end; ++i) {
      const auto [x, y] = pairs[i];
      if (i == begin || x != pairs[i - 1].first) first.emplace(texts, entries[x], x, canon);
      const Profile second(texts, entries[y], y, canon);
      if (!may_be_related(*first, second)) continue;
      Relation relation = judge(entries[x], *first, entries[y], second, options);
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
