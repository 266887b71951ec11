// SPDX-License-Identifier: Apache-2.0
#include "relate/postings.h"

#include "base/radix_sort.h"
#include "relate/parallel.h"

#include <algorithm>

namespace tamis::relating {

namespace {

// Groups of postings that share a hash: members [ends[g - 1], ends[g]), by node.
struct Groups {
  std::vector<std::uint32_t> members;  // node times two, plus one when only a dense text keeps it
  std::vector<std::size_t> ends;

  std::size_t size(std::uint32_t g) const { return ends[g] - (g == 0 ? 0 : ends[g - 1]); }
  std::span<const std::uint32_t> of(std::uint32_t g) const {
    return {members.data() + (g == 0 ? 0 : ends[g - 1]), size(g)};
  }
};

// What can give a pair: two nodes or more, one of which keeps the hash for good.
void append_groups(const std::vector<std::uint64_t>& sorted, Groups& groups) {
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    bool kept = false;
    for (; end < sorted.size() && sorted[end] >> 32 == sorted[begin] >> 32; ++end) {
      kept |= (sorted[end] & 1) == 0;
    }
    if (end - begin < 2 || !kept) continue;
    for (std::size_t i = begin; i < end; ++i) {
      groups.members.push_back(static_cast<std::uint32_t>(sorted[i]));
    }
    groups.ends.push_back(groups.members.size());
  }
}

// The groups of every node: [begins[n], begins[n + 1]), rarest first.
struct Forward {
  std::vector<std::size_t> begins;
  std::vector<std::uint32_t> groups;

  Forward(const Groups& inverted, std::uint32_t nodes) : begins(std::size_t{nodes} + 2, 0) {
    for (const std::uint32_t member : inverted.members) ++begins[(member >> 1) + 2];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    groups.resize(inverted.members.size());
    std::vector<std::uint32_t> by_size(inverted.ends.size());
    for (std::uint32_t g = 0; g < by_size.size(); ++g) by_size[g] = g;
    std::stable_sort(by_size.begin(), by_size.end(), [&](std::uint32_t x, std::uint32_t y) {
      return inverted.size(x) < inverted.size(y);
    });
    for (const std::uint32_t g : by_size) {
      for (const std::uint32_t member : inverted.of(g)) groups[begins[(member >> 1) + 1]++] = g;
    }
    begins.pop_back();
  }
  std::span<const std::uint32_t> of(std::uint32_t node) const {
    return {groups.data() + begins[node], begins[node + 1] - begins[node]};
  }
};

std::uint32_t weight_of(std::size_t group) {
  return group <= 3     ? 12
         : group <= 8   ? 8
         : group <= 16  ? 6
         : group <= 32  ? 4
         : group <= 64  ? 3
         : group <= 128 ? 2
                        : 1;
}

// One node after the other; not shared between threads.
class Counter {
 public:
  Counter(const Groups& groups, const Forward& forward, const JoinOptions& options,
          const std::vector<bool>& is_dense, std::uint32_t nodes)
      : groups_(groups),
        forward_(forward),
        options_(options),
        is_dense_(is_dense),
        shared_(nodes, 0) {}

  void pairs_of(std::uint32_t node, std::vector<Pair>& out) {
    count(node);
    const bool dense = is_dense_[node];
    const std::uint32_t least_dense = std::max<std::uint32_t>(
        options_.least, static_cast<std::uint32_t>(forward_.of(node).size()) / options_.dense_part);
    std::erase_if(touched_, [&](std::uint32_t other) {
      const bool either = dense || is_dense_[other];
      const std::uint32_t least = dense    ? least_dense
                                  : either ? options_.least
                                           : options_.least_long;
      const std::uint32_t weight = dense    ? 0
                                   : either ? options_.least_weight
                                            : options_.least_weight_long;
      const bool few = shared_[other] / kOne < least || shared_[other] % kOne < weight;
      if (few) shared_[other] = 0;
      return few;
    });
    const auto more = [&](std::uint32_t x, std::uint32_t y) {
      const std::uint32_t of_x = shared_[x] % kOne, of_y = shared_[y] % kOne;
      return of_x != of_y ? of_x > of_y : x < y;
    };
    const std::size_t most = std::min<std::size_t>(touched_.size(), options_.partners);
    std::partial_sort(touched_.begin(), touched_.begin() + static_cast<std::ptrdiff_t>(most),
                      touched_.end(), more);
    for (std::size_t i = 0; i < most; ++i) {
      if (i >= options_.best && shared_[touched_[i]] % kOne < options_.least_weight) break;
      out.emplace_back(std::min(node, touched_[i]), std::max(node, touched_[i]));
    }
    for (const std::uint32_t other : touched_) shared_[other] = 0;
    touched_.clear();
  }

 private:
  void count(std::uint32_t node) {
    std::size_t left = options_.budget;
    std::uint32_t cut = 0;
    for (const std::uint32_t g : forward_.of(node)) {
      const std::span<const std::uint32_t> group = groups_.of(g);
      if (group.size() <= left) {
        left -= group.size();
        look_at(node, group, group);
      } else if (cut++ < options_.most_cut) {
        look_at(node, group, group.first(std::min<std::size_t>(group.size(), options_.anchors)));
      } else {
        break;
      }
    }
  }

  void look_at(std::uint32_t node, std::span<const std::uint32_t> group,
               std::span<const std::uint32_t> part) {
    const auto own = std::lower_bound(group.begin(), group.end(), node << 1);
    const std::uint32_t probe = *own & 1, one = kOne + weight_of(group.size());
    for (const std::uint32_t member : part) {
      const std::uint32_t other = member >> 1;
      if (other == node || (member & probe) != 0) continue;
      if (shared_[other] == 0) touched_.push_back(other);
      shared_[other] += one;
    }
  }

  const Groups& groups_;
  const Forward& forward_;
  const JoinOptions& options_;
  const std::vector<bool>& is_dense_;
  static constexpr std::uint32_t kOne = 1u << 16;  // a shared hash; below it the weights
  std::vector<std::uint32_t> shared_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace

void Postings::add(std::uint32_t node, std::span<const std::uint64_t> minima) {
  nodes_.push_back({node, minima});
}

// A posting is 32 bits of the hash below those of its part, then the node times two, plus one when
// only a dense text keeps the hash.
void Postings::take(std::uint64_t pass, Parts& parts) {
  for (Node& node : nodes_) {
    std::size_t taken = 0;
    for (const std::uint64_t hash : node.rest) {
      if (hash >> (64 - kPassBits) != pass) break;
      parts[hash >> (64 - kPartBits) & (parts.size() - 1)].push_back(hash << kPartBits >> 32 << 32 |
                                                                     node.node << 1 | (hash & 1));
      ++taken;
    }
    node.rest = node.rest.subspan(taken);
  }
}

JoinResult Postings::join(const JoinOptions& options, const std::vector<bool>& is_dense) {
  JoinResult result;
  Groups groups;
  Parts parts;
  std::vector<std::uint64_t> spare;
  for (std::uint64_t pass = 0; pass < 1u << kPassBits; ++pass) {
    take(pass, parts);
    for (std::vector<std::uint64_t>& part : parts) {
      if (!part.empty()) base::radix_sort(part, spare, 32);
      append_groups(part, groups);
      part.clear();
    }
  }
  if (groups.ends.empty()) return result;
  std::uint32_t nodes = 0;
  for (const std::uint32_t member : groups.members) nodes = std::max(nodes, (member >> 1) + 1);
  for (std::uint32_t g = 0; g < groups.ends.size(); ++g) {
    result.cut += groups.size(g) > options.budget;
    result.largest = std::max<std::uint64_t>(result.largest, groups.size(g));
  }
  result.hashes = groups.ends.size();
  const Forward forward(groups, nodes);
  constexpr std::size_t kChunk = 4096;
  result.pairs =
      gather<Pair>(nodes, kChunk, options.threads, [&](std::size_t from, std::size_t to) {
        Counter counter(groups, forward, options, is_dense, nodes);
        std::vector<Pair> out;
        for (std::size_t n = from; n < to; ++n)
          counter.pairs_of(static_cast<std::uint32_t>(n), out);
        return out;
      });
  std::sort(result.pairs.begin(), result.pairs.end());
  result.pairs.erase(std::unique(result.pairs.begin(), result.pairs.end()), result.pairs.end());
  return result;
}

}  // namespace tamis::relating
