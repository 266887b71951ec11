// SPDX-License-Identifier: Apache-2.0
#include "repair/bigrams.h"

#include "base/utf8.h"
#include "repair/data_file.h"

#include <algorithm>

namespace tamis::repairing {

Bigrams::Bigrams(const std::string& directory) : index_(0x10000, kUnknown) {
  DataFile file(directory, "zh-bigrams.dat", "BIGR");
  const auto sizes = file.array<std::uint32_t>(4);  // characters, pairs, unknown, steps a nat
  file.require(sizes[3] == static_cast<std::uint32_t>(kNat) && sizes[0] < kUnknown);
  unknown_ = static_cast<Cost>(sizes[2] & 0xFF);
  first_ = file.offsets(sizes[0], sizes[1]);
  const auto characters = file.array<std::uint16_t>(sizes[0]);
  second_ = file.array<Index>(sizes[1]);
  single_ = file.array<std::uint8_t>(sizes[0]);
  back_ = file.array<std::uint8_t>(sizes[0]);
  floor_ = file.array<std::uint8_t>(sizes[0]);
  pair_ = file.array<std::uint8_t>(sizes[1]);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    index_[characters[i]] = static_cast<Index>(i);
  }
  const auto listed = [&](Index i) { return i < characters.size(); };
  file.require(std::all_of(second_.begin(), second_.end(), listed));
  zero_ = index_['0'];
  begin_ = index_['^'];  // these two are marks of the model, not characters of a text
  end_ = index_['$'];
  index_['^'] = index_['$'] = kUnknown;
}

Bigrams::Index Bigrams::index_of(char32_t c) const {
  c = base::fold_width(c);
  if (c >= '0' && c <= '9') return zero_;
  return c < 0x10000 ? index_[c] : kUnknown;
}

Cost Bigrams::cost(Index before, Index c) const {
  if (before == kUnknown || c == kUnknown) return cost(c);
  if (before == zero_ && c == zero_) return 0;
  const auto begin = second_.begin() + first_[before], end = second_.begin() + first_[before + 1u];
  const auto at = std::lower_bound(begin, end, c);
  if (at != end && *at == c) return pair_[static_cast<std::size_t>(at - second_.begin())];
  return std::max(back_[before] + single_[c], static_cast<Cost>(floor_[before]));
}

}  // namespace tamis::repairing
