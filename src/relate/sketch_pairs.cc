// SPDX-License-Identifier: Apache-2.0
#include "relate/sketch_pairs.h"

#include <algorithm>
#include <cstddef>

namespace tamis::relating {

namespace {

constexpr std::size_t kSmallGroup = 32;  // up to here all pairs of a group
constexpr std::size_t kFewOf = 4;        // partners in a larger one

struct Key {
  std::uint64_t key;
  std::uint32_t position;
};

std::vector<Key> keys_of(const std::vector<Entry>& entries,
                         const std::vector<std::uint32_t>& order) {
  std::vector<Key> keys;
  keys.reserve(order.size() * (kSketch - 1));
  for (std::uint32_t position = 0; position < order.size(); ++position) {
    const Fingerprint& print = entries[order[position]].print;
    const std::uint32_t size = std::min(kSketch, print.shingles);
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
      keys.push_back(
          {static_cast<std::uint64_t>(print.sketch[i]) << 32 | print.sketch[i + 1], position});
    }
  }
  std::sort(keys.begin(), keys.end(), [](const Key& x, const Key& y) {
    return x.key != y.key ? x.key < y.key : x.position < y.position;
  });
  return keys;
}

// A quarter of the smaller sketch is in the other. Both are read in the order of the full hashes,
// of which only the halves are known, so each is looked for in all of the other: 256 steps.
bool share_a_quarter(const Fingerprint& x, const Fingerprint& y) {
  const std::uint32_t size_x = std::min(kSketch, x.shingles);
  const std::uint32_t size_y = std::min(kSketch, y.shingles);
  std::uint32_t shared = 0;
  for (std::uint32_t i = 0; i < size_x; ++i) {
    const auto* end = y.sketch.data() + size_y;
    shared += std::find(y.sketch.data(), end, x.sketch[i]) != end;
  }
  return shared * 4 >= std::min(size_x, size_y);
}

}  // namespace

std::vector<Pair> sketch_pairs(const std::vector<Entry>& entries,
                               const std::vector<std::uint32_t>& order) {
  std::vector<Key> keys = keys_of(entries, order);
  std::vector<Pair> pairs;
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    while (end < keys.size() && keys[end].key == keys[begin].key) ++end;
    std::size_t reach = end - begin;
    if (reach > kSmallGroup) {
      const auto sketch = [&](const Key& k) -> const auto& {
        return entries[order[k.position]].print.sketch;
      };
      std::stable_sort(keys.begin() + static_cast<std::ptrdiff_t>(begin),
                       keys.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Key& x, const Key& y) { return sketch(x) < sketch(y); });
      reach = kFewOf;
    }
    for (std::size_t i = begin; i < end; ++i) {
      for (std::size_t j = i + 1; j < end && j <= i + reach; ++j) {
        const std::uint32_t x = keys[i].position, y = keys[j].position;
        if (x != y && share_a_quarter(entries[order[x]].print, entries[order[y]].print)) {
          pairs.emplace_back(std::min(x, y), std::max(x, y));
        }
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace tamis::relating
