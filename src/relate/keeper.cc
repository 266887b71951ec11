// SPDX-License-Identifier: Apache-2.0
#include "relate/keeper.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tamis::relating {

bool earlier(const Entry& x, const Entry& y) {
  const bool undated_x = x.date.empty(), undated_y = y.date.empty();
  return std::tie(undated_x, x.date, x.id) < std::tie(undated_y, y.date, y.id);
}

bool keeper_before(const Entry& x, const Entry& y) {
  if (x.characters != y.characters) return x.characters > y.characters;
  return earlier(x, y);
}

bool is_later(const Entry& x, const Entry& y) {
  if (!x.date.empty() && !y.date.empty() && x.date != y.date) return x.date > y.date;
  return x.id > y.id;
}

std::vector<std::uint32_t> ranked(const std::vector<Entry>& entries) {
  std::vector<std::uint32_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto key = [&](std::uint32_t i) {
    const Entry& e = entries[i];
    return std::tie(e.id, e.print.exact, e.date, e.characters, e.site, e.title);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return key(x) < key(y); });
  return order;
}

}  // namespace tamis::relating
