// SPDX-License-Identifier: Apache-2.0
// Work on the range [0, n) in chunks on several threads, results in order.
#pragma once

#include "base/ordered_map.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <vector>

namespace tamis::relating {

// `work(begin, end)` of every chunk, one result after the other: the same at any thread count.
template <class T, class Work>
std::vector<T> gather(std::size_t n, std::size_t chunk, int threads, const Work& work) {
  std::vector<T> all;
  std::size_t next = 0;
  base::Steps<std::size_t, std::vector<T>> steps;
  steps.produce = [&](std::size_t& begin) {
    begin = next;
    next = std::min(n, next + chunk);
    return begin < n;
  };
  steps.weigh = [](const std::size_t&) { return std::size_t{1}; };
  steps.map = [&](std::size_t&& begin) { return work(begin, std::min(n, begin + chunk)); };
  steps.consume = [&](std::vector<T>&& part) {
    std::move(part.begin(), part.end(), std::back_inserter(all));
  };
  base::ordered_map(steps, threads);
  return all;
}

}  // namespace tamis::relating
