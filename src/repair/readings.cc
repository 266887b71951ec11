// SPDX-License-Identifier: Apache-2.0
#include "repair/readings.h"

#include "repair/byte_table.h"
#include "repair/data_file.h"

#include <algorithm>

namespace tamis::repairing {

Readings::Readings(const std::string& directory)
    : index_(0x10000, kNone), has_traditional_(0x10000) {
  DataFile file(directory, "zh-readings.dat", "READ");
  const auto sizes = file.array<std::uint32_t>(4);  // characters, their readings, names, bytes
  file.require(sizes[0] < kNone);
  first_ = file.offsets(sizes[0], sizes[1]);
  const auto characters = file.array<std::uint16_t>(sizes[0]);
  simplified_ = file.array<std::uint16_t>(sizes[0]);
  ids_ = file.array<std::uint16_t>(sizes[1]);
  names_ = std::string(file.text(sizes[3]));
  for (std::size_t i = 0; i < characters.size(); ++i) {
    index_[characters[i]] = static_cast<std::uint16_t>(i);
    if (simplified_[i] != characters[i]) has_traditional_[simplified_[i]] = true;
  }
  for (std::size_t at = 0; at < names_.size();) {
    const std::size_t end = std::min(names_.find('\n', at), names_.size());
    sorted_.push_back(std::string_view(names_).substr(at, end - at));
    at = end + 1;
  }
  file.require(sorted_.size() == sizes[2] && std::is_sorted(sorted_.begin(), sorted_.end()));
  file.require(std::all_of(ids_.begin(), ids_.end(), [&](Id id) { return id < sorted_.size(); }));
}

std::optional<Readings::Id> Readings::id_of(std::string_view reading) const {
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), reading);
  if (at == sorted_.end() || *at != reading) return std::nullopt;
  return static_cast<Id>(at - sorted_.begin());
}

bool Readings::has(char32_t c, Id reading) const {
  const std::uint16_t i = c < 0x10000 ? index_[c] : kNone;
  if (i == kNone) return false;
  const auto begin = ids_.begin() + first_[i], end = ids_.begin() + first_[i + 1u];
  return std::find(begin, end, reading) != end;
}

char32_t Readings::simplified(char32_t c) const {
  const std::uint16_t i = c < 0x10000 ? index_[c] : kNone;
  return i == kNone ? c : simplified_[i];
}

std::vector<char32_t> Readings::keys(unsigned lead, Id reading) const {
  std::vector<char32_t> out;
  for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
    const char32_t c = gbk().character_of(lead, trail);
    if (c != 0 && is_traditional(c) && has(c, reading)) out.push_back(c);
  }
  return out;
}

}  // namespace tamis::repairing
