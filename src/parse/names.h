// SPDX-License-Identifier: Apache-2.0
// Names to numbers, at compile time: a table of open slots probed in a line.
#pragma once

#include "tamis/tags.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tamis::parsing {

// FNV-1a: names are short.
constexpr std::uint32_t name_hash(std::string_view name) {
  std::uint32_t h = 2166136261u;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ h >> 15;
}

// Index of a name among `Names` names; `Slots` is a power of two, well above their number.
template <std::size_t Slots, std::size_t Names>
class NameTable {
 public:
  constexpr explicit NameTable(const std::array<std::string_view, Names>& names) : names_(names) {
    slots_.fill(kFree);
    for (std::size_t i = 0; i < Names; ++i) {
      std::size_t slot = name_hash(names[i]) % Slots;
      while (slots_[slot] != kFree) slot = (slot + 1) % Slots;
      slots_[slot] = static_cast<std::int16_t>(i);
    }
  }

  constexpr int find(std::string_view name) const {
    for (std::size_t slot = name_hash(name) % Slots; slots_[slot] != kFree;
         slot = (slot + 1) % Slots) {
      const auto index = static_cast<std::size_t>(slots_[slot]);
      if (names_[index] == name) return static_cast<int>(index);
    }
    return -1;
  }

 private:
  static constexpr std::int16_t kFree = -1;

  std::array<std::string_view, Names> names_;
  std::array<std::int16_t, Slots> slots_{};
};

// The attributes of tags.h; nothing for others.
std::optional<AttributeName> attribute_from_name(std::string_view lower_case_name);
std::string_view attribute_name(AttributeName name);

}  // namespace tamis::parsing
