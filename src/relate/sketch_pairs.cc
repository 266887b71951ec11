// SPDX-License-Identifier: Apache-2.0
#include "relate/sketch_pairs.h"

#include <algorithm>
#include <cstddef>

namespace tamis::relating {

namespace {

constexpr std::size_t kSmallGroup = 16;  // up to here all pairs of a group
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

void add(std::vector<Pair>& pairs, std::uint32_t x, std::uint32_t y) {
  if (x != y) pairs.emplace_back(std::min(x, y), std::max(x, y));
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
        add(pairs, keys[i].position, keys[j].position);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace tamis::relating
