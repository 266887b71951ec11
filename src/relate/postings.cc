// SPDX-License-Identifier: Apache-2.0
#include "relate/postings.h"

#include "base/radix_sort.h"
#include "relate/parallel.h"

#include <algorithm>
#include <utility>

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

// The groups, rarest first.
std::vector<std::uint32_t> by_size(const Groups& groups) {
  std::vector<std::uint32_t> order(groups.ends.size());
  for (std::uint32_t g = 0; g < order.size(); ++g) order[g] = g;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return groups.size(x) < groups.size(y);
  });
  return order;
}

// The groups of the nodes [from, to), of each the rarest first.
class Forward {
 public:
  Forward(const Groups& inverted, const std::vector<std::uint32_t>& order, std::uint32_t from,
          std::uint32_t to)
      : from_(from), begins_(std::size_t{to} - from + 2, 0) {
    const auto is_here = [&](std::uint32_t node) { return node >= from && node < to; };
    for (const std::uint32_t member : inverted.members) {
      if (is_here(member >> 1)) ++begins_[(member >> 1) - from + 2];
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    groups_.resize(begins_.back());
    for (const std::uint32_t g : order) {
      for (const std::uint32_t member : inverted.of(g)) {
        if (is_here(member >> 1)) groups_[begins_[(member >> 1) - from + 1]++] = g;
      }
    }
    begins_.pop_back();
  }
  std::span<const std::uint32_t> of(std::uint32_t node) const {
    const std::size_t n = node - from_;
    return {groups_.data() + begins_[n], begins_[n + 1] - begins_[n]};
  }

 private:
  std::uint32_t from_;
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> groups_;
};

// Where the nodes are cut so that a Forward of each range takes no more than `memory`, or has one
// node: the ends of the ranges.
std::vector<std::uint32_t> ranges_of(const Groups& groups, std::uint32_t nodes,
                                     std::uint64_t memory) {
  std::vector<std::uint32_t> sizes(nodes, 0), ends;
  for (const std::uint32_t member : groups.members) ++sizes[member >> 1];
  std::uint64_t bytes = 0;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const std::uint64_t more = sizes[node] * sizeof(std::uint32_t) + sizeof(std::size_t);
    if (bytes > 0 && memory > 0 && bytes + more > memory) {
      ends.push_back(node);
      bytes = 0;
    }
    bytes += more;
  }
  ends.push_back(nodes);
  return ends;
}

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
        least_hashes_(std::min(options.least, options.least_long)),
        shared_(nodes, 0) {}

  void pairs_of(std::uint32_t node, std::vector<Pair>& out) {
    count(node);
    keep_enough(node);
    const auto more = [&](std::uint32_t x, std::uint32_t y) {
      const std::uint32_t of_x = shared_[x] % kOne, of_y = shared_[y] % kOne;
      return of_x != of_y ? of_x > of_y : x < y;
    };
    const auto begin = touched_.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(touched_count_);
    const std::size_t most = std::min<std::size_t>(touched_count_, options_.partners);
    std::partial_sort(begin, begin + static_cast<std::ptrdiff_t>(most), end, more);
    for (std::size_t i = 0; i < most; ++i) {
      if (i >= options_.best && shared_[touched_[i]] % kOne < options_.least_weight) break;
      out.emplace_back(std::min(node, touched_[i]), std::max(node, touched_[i]));
    }
    for (auto other = begin; other != end; ++other) shared_[*other] = 0;
    touched_count_ = 0;
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

  // Of the touched those that share enough with the node; the others are as if never met.
  void keep_enough(std::uint32_t node) {
    struct Least {
      std::uint32_t hashes, weight;
    };
    const auto own_part =
        static_cast<std::uint32_t>(forward_.of(node).size()) / options_.dense_part;
    const Least of_dense = {std::max(options_.least, own_part), 0},
                either = {options_.least, options_.least_weight},
                both_long = {options_.least_long, options_.least_weight_long};
    const bool dense = is_dense_[node];
    std::size_t kept = 0;
    for (std::size_t i = 0; i < touched_count_; ++i) {
      const std::uint32_t other = touched_[i], shared = shared_[other];
      // Most have a hash or two in common by chance, fewer than any of the three asks for.
      if (shared < least_hashes_ * kOne || other == node) {
        shared_[other] = 0;
        continue;
      }
      const Least& least = dense ? of_dense : is_dense_[other] ? either : both_long;
      const bool enough = shared / kOne >= least.hashes && shared % kOne >= least.weight;
      if (!enough) shared_[other] = 0;
      touched_[kept] = other;
      kept += enough ? 1 : 0;
    }
    touched_count_ = kept;
  }

  void look_at(std::uint32_t node, std::span<const std::uint32_t> group,
               std::span<const std::uint32_t> part) {
    const auto own = std::lower_bound(group.begin(), group.end(), node << 1);
    const std::uint32_t probe = *own & 1, one = kOne + weight_of(group.size());
    if (touched_.size() < touched_count_ + part.size())
      touched_.resize(touched_count_ + part.size());
    // No branch: which members are new is chance. The node counts itself as well: see
    // keep_enough().
    std::uint32_t* next = touched_.data() + touched_count_;
    for (const std::uint32_t member : part) {
      const std::uint32_t other = member >> 1, add = (member & probe) != 0 ? 0 : one;
      const std::uint32_t before = shared_[other];
      *next = other;
      next += before == 0 && add != 0 ? 1 : 0;
      shared_[other] = before + add;
    }
    touched_count_ = static_cast<std::size_t>(next - touched_.data());
  }

  const Groups& groups_;
  const Forward& forward_;
  const JoinOptions& options_;
  const std::vector<bool>& is_dense_;
  std::uint32_t least_hashes_;
  static constexpr std::uint32_t kOne = 1u << 16;  // a shared hash; below it the weights
  std::vector<std::uint32_t> shared_;
  std::vector<std::uint32_t> touched_;  // the first touched_count_ are meant
  std::size_t touched_count_ = 0;
};

}  // namespace

Postings::Postings(std::uint64_t memory, std::unique_ptr<Shelf> shelf)
    : memory_(memory), runs_(memory, std::move(shelf)) {}

// A posting is 32 bits of the hash below those of its part, then the node times two, plus one when
// only a dense text keeps the hash.
void Postings::add(std::uint32_t node, std::span<const std::uint64_t> minima) {
  constexpr int kPartBits = 8;
  static_assert(Runs::kParts == 1u << kPartBits);
  for (const std::uint64_t hash : minima) {
    runs_.add(hash >> (64 - kPartBits), hash << kPartBits >> 32 << 32 | node << 1 | (hash & 1));
  }
}

JoinResult Postings::join(const JoinOptions& options, const std::vector<bool>& is_dense) {
  JoinResult result;
  Groups groups;
  std::vector<std::uint64_t> words, spare;
  for (std::size_t part = 0; part < Runs::kParts; ++part) {
    runs_.take(part, words);
    if (!words.empty()) base::radix_sort(words, spare, 32);
    append_groups(words, groups);
  }
  words = spare = {};
  if (groups.ends.empty()) return result;
  std::uint32_t nodes = 0;
  for (const std::uint32_t member : groups.members) nodes = std::max(nodes, (member >> 1) + 1);
  for (std::uint32_t g = 0; g < groups.ends.size(); ++g) {
    result.cut += groups.size(g) > options.budget;
    result.largest = std::max<std::uint64_t>(result.largest, groups.size(g));
  }
  result.hashes = groups.ends.size();
  constexpr std::size_t kChunk = 4096;
  const std::vector<std::uint32_t> order = by_size(groups);
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ranges_of(groups, nodes, memory_)) {
    const Forward forward(groups, order, begin, end);
    const std::vector<Pair> pairs =
        gather<Pair>(end - begin, kChunk, options.threads, [&](std::size_t from, std::size_t to) {
          Counter counter(groups, forward, options, is_dense, nodes);
          std::vector<Pair> out;
          for (std::size_t n = from; n < to; ++n)
            counter.pairs_of(begin + static_cast<std::uint32_t>(n), out);
          return out;
        });
    result.pairs.insert(result.pairs.end(), pairs.begin(), pairs.end());
    begin = end;
  }
  std::sort(result.pairs.begin(), result.pairs.end());
  result.pairs.erase(std::unique(result.pairs.begin(), result.pairs.end()), result.pairs.end());
  return result;
}

}  // namespace tamis::relating
