// SPDX-License-Identifier: Apache-2.0
#include "relate/postings.h"

#include "base/radix_sort.h"
#include "relate/parallel.h"

#include <algorithm>
#include <utility>

namespace tamis::relating {

namespace {

// A posting among those of its hash: the texts that are long first, each kind by node.
constexpr std::uint32_t kIsDense = 1u << 31, kOnlyDense = 1;  // between them the node

std::uint32_t node_of(std::uint32_t member) {
  return (member & ~kIsDense) >> 1;
}

// Groups of postings that share a hash: members [ends[g - 1], ends[g]).
struct Groups {
  std::vector<std::uint32_t> members;
  std::vector<std::size_t> ends;

  std::size_t begin(std::size_t g) const { return g == 0 ? 0 : ends[g - 1]; }
  std::size_t size(std::size_t g) const { return ends[g] - begin(g); }
};

// What can give a pair: two nodes or more, one of which keeps the hash for good.
void append_groups(const std::vector<std::uint64_t>& sorted, const std::vector<JoinText>& texts,
                   Groups& groups) {
  std::vector<std::uint32_t> dense;
  for (std::size_t begin = 0, end = 0; begin < sorted.size(); begin = end) {
    bool kept = false;
    for (; end < sorted.size() && sorted[end] >> 32 == sorted[begin] >> 32; ++end) {
      kept |= (sorted[end] & kOnlyDense) == 0;
    }
    if (end - begin < 2 || !kept) continue;
    dense.clear();
    for (std::size_t i = begin; i < end; ++i) {
      const auto member = static_cast<std::uint32_t>(sorted[i]);
      if (texts[node_of(member)].is_dense()) {
        dense.push_back(member | kIsDense);
      } else {
        groups.members.push_back(member);
      }
    }
    groups.members.insert(groups.members.end(), dense.begin(), dense.end());
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

// A node's place in a group.
struct Seat {
  std::uint32_t group = 0;  // where its members begin
  std::uint32_t size = 0;
};

// The seats of the nodes [from, to), of each the rarest group first.
class Forward {
 public:
  Forward(const Groups& groups, const std::vector<std::uint32_t>& order, std::uint32_t from,
          std::uint32_t to)
      : from_(from), begins_(std::size_t{to} - from + 2, 0) {
    const auto is_here = [&](std::uint32_t node) { return node >= from && node < to; };
    for (const std::uint32_t member : groups.members) {
      const std::uint32_t node = node_of(member);
      if (is_here(node)) ++begins_[node - from + 2];
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    seats_.resize(begins_.back());
    for (const std::uint32_t g : order) {
      const Seat seat{static_cast<std::uint32_t>(groups.begin(g)),
                      static_cast<std::uint32_t>(groups.size(g))};
      for (std::size_t i = groups.begin(g); i < groups.ends[g]; ++i) {
        const std::uint32_t node = node_of(groups.members[i]);
        if (is_here(node)) seats_[begins_[node - from + 1]++] = seat;
      }
    }
    begins_.pop_back();
  }
  std::span<const Seat> of(std::uint32_t node) const {
    const std::size_t n = node - from_;
    return {seats_.data() + begins_[n], begins_[n + 1] - begins_[n]};
  }

 private:
  std::uint32_t from_;
  std::vector<std::size_t> begins_;
  std::vector<Seat> seats_;
};

// Where the nodes are cut so that a Forward of each range takes no more than `memory`, or has one
// node: the ends of the ranges.
std::vector<std::uint32_t> ranges_of(const Groups& groups, std::uint32_t nodes,
                                     std::uint64_t memory) {
  std::vector<std::uint32_t> sizes(nodes, 0), ends;
  for (const std::uint32_t member : groups.members) ++sizes[node_of(member)];
  std::uint64_t bytes = 0;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    const std::uint64_t more = sizes[node] * sizeof(Seat) + sizeof(std::size_t);
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
          const std::vector<JoinText>& texts)
      : members_(groups.members.data()),
        forward_(forward),
        options_(options),
        texts_(texts),
        shared_(texts.size(), 0) {}

  void pairs_of(std::uint32_t node, std::vector<Pair>& out) {
    const std::span<const Seat> seats = forward_.of(node);
    if (seats.empty()) return;
    const JoinText& text = texts_[node];
    if (text.is_dense() || text.may_collect) {
      look<true>(node, seats);
    } else {
      look<false>(node, seats);
    }
    keep_enough(node, seats.size());
    put_out(node, text.is_dense() ? options_.best : 0, out);
  }

 private:
  // Dense texts and those that may collect are looked for among all; of two others the later one
  // looks for the earlier one.
  template <bool kAll>
  void look(std::uint32_t node, std::span<const Seat> seats) {
    std::size_t left = kAll ? options_.budget : options_.budget_long;
    std::uint32_t cut = 0;
    for (std::size_t i = 0; i < seats.size(); ++i) {
      if (i + kAhead < seats.size()) __builtin_prefetch(members_ + seats[i + kAhead].group);
      const Seat seat = seats[i];
      if (seat.size <= left) {
        left -= look_at<kAll>(node, seat, seat.size);
      } else if (cut++ < options_.most_cut) {
        look_at<kAll>(node, seat, std::min(seat.size, options_.anchors));
      } else {
        break;
      }
    }
  }

  // The first `most` of the group, or those of them before the node; how many they are.
  template <bool kAll>
  std::size_t look_at(std::uint32_t node, const Seat& seat, std::uint32_t most) {
    const std::uint32_t one = kOne + weight_of(seat.size);
    const std::uint32_t* const group = members_ + seat.group;
    if (touched_.size() < touched_count_ + most) touched_.resize(touched_count_ + most);
    // No branch: which members are new is chance. The node may count itself as well: see
    // keep_enough().
    std::uint32_t* next = touched_.data() + touched_count_;
    std::uint32_t i = 0;
    if constexpr (kAll) {
      const std::uint32_t own = node << 1 | (texts_[node].is_dense() ? kIsDense : 0);
      const std::uint32_t probe = *std::lower_bound(group, group + seat.size, own) & kOnlyDense;
      for (; i < most; ++i) {
        const std::uint32_t other = node_of(group[i]);
        const std::uint32_t add = (group[i] & probe) != 0 ? 0 : one;
        const std::uint32_t before = shared_[other];
        *next = other;
        next += before == 0 && add != 0 ? 1 : 0;
        shared_[other] = before + add;
      }
    } else {
      for (; i < most && group[i] < node << 1; ++i) {
        const std::uint32_t other = group[i] >> 1;
        const std::uint32_t before = shared_[other];
        *next = other;
        next += before == 0 ? 1 : 0;
        shared_[other] = before + one;
      }
    }
    touched_count_ = static_cast<std::size_t>(next - touched_.data());
    return i;
  }

  // Of the touched those that share enough with the node; the others are as if never met.
  void keep_enough(std::uint32_t node, std::size_t seats) {
    const bool dense = texts_[node].is_dense();
    const auto own_part = static_cast<std::uint32_t>(seats / options_.dense_part);
    const std::uint32_t alone = dense ? std::max(options_.least, own_part) : kNever;
    const std::uint32_t least = dense ? kOne : std::min(options_.least, options_.least_long) * kOne;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < touched_count_; ++i) {
      const std::uint32_t other = touched_[i], shared = shared_[other];
      // Most have a hash or two in common by chance, fewer than anything asks for.
      const bool enough = shared >= least && other != node && is_enough(node, other, shared, alone);
      if (!enough) shared_[other] = 0;
      touched_[kept] = other;
      kept += enough ? 1 : 0;
    }
    touched_count_ = kept;
  }

  // `alone`: so many hashes are enough of any weight.
  bool is_enough(std::uint32_t node, std::uint32_t other, std::uint32_t shared,
                 std::uint32_t alone) const {
    const bool dense = texts_[node].is_dense(), both_long = !dense && !texts_[other].is_dense();
    const std::uint32_t hashes = shared / kOne, weight = shared % kOne;
    const std::uint32_t least = dense ? 1 : both_long ? options_.least_long : options_.least;
    const std::uint32_t least_weight =
        both_long ? options_.least_weight_long : options_.least_weight;
    return ((hashes >= least && weight >= least_weight) || hashes >= alone) &&
           hashes >= least_of(node, other);
  }

  // By the shorter text, unless one may collect: then an item of it is shared.
  std::uint32_t least_of(std::uint32_t node, std::uint32_t other) const {
    const JoinText &x = texts_[node], &y = texts_[other];
    if (x.may_collect || y.may_collect) return 0;
    const std::uint32_t letters = std::min(x.letters, y.letters);
    if (!x.is_dense() && !y.is_dense()) return letters / options_.letters_long;
    return letters /
           (x.is_dense() && y.is_dense() ? options_.letters_dense : options_.letters_mixed);
  }

  // Those of most weight. Of a dense node the number counts as well: its article shares several
  // phrases with it, another text one, which may be rarer; of `best` any weight will do.
  void put_out(std::uint32_t node, std::uint32_t best, std::vector<Pair>& out) {
    const std::uint32_t per_hash = best > 0 ? options_.worth_of_hash : 0;
    const auto worth = [&](std::uint32_t other) {
      return shared_[other] % kOne + per_hash * (shared_[other] / kOne);
    };
    const auto more = [&](std::uint32_t x, std::uint32_t y) {
      const std::uint32_t of_x = worth(x), of_y = worth(y);
      return of_x != of_y ? of_x > of_y : x < y;
    };
    const auto begin = touched_.begin(), end = begin + static_cast<std::ptrdiff_t>(touched_count_);
    const std::size_t most = std::min<std::size_t>(touched_count_, options_.partners);
    const bool ordered = best < touched_count_ && best > 0;
    if (ordered || most < touched_count_)
      std::partial_sort(begin, begin + static_cast<std::ptrdiff_t>(most), end, more);
    for (std::size_t i = 0; i < most; ++i) {
      const std::uint32_t other = touched_[i];
      if (i >= best && shared_[other] % kOne < options_.least_weight) continue;
      out.emplace_back(std::min(node, other), std::max(node, other));
    }
    for (auto other = begin; other != end; ++other) shared_[*other] = 0;
    touched_count_ = 0;
  }

  static constexpr std::uint32_t kOne = 1u << 16;  // a shared hash; below it the weights
  static constexpr std::uint32_t kNever = 1u << 16;
  static constexpr std::size_t kAhead = 8;
  const std::uint32_t* members_;
  const Forward& forward_;
  const JoinOptions& options_;
  const std::vector<JoinText>& texts_;
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

JoinResult Postings::join(const JoinOptions& options, const std::vector<JoinText>& texts) {
  JoinResult result;
  Groups groups;
  std::vector<std::uint64_t> words, spare;
  for (std::size_t part = 0; part < Runs::kParts; ++part) {
    runs_.take(part, words);
    if (!words.empty()) base::radix_sort(words, spare, 32);
    append_groups(words, texts, groups);
  }
  words = spare = {};
  if (groups.ends.empty()) return result;
  const auto nodes = static_cast<std::uint32_t>(texts.size());
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
          Counter counter(groups, forward, options, texts);
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
