// SPDX-License-Identifier: Apache-2.0
// The pinyin readings of the characters of GBK, and their simplified forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::repairing {

class Readings {
 public:
  using Id = std::uint16_t;  // of a reading

  explicit Readings(const std::string& directory);  // throws Failure, see data_file.h
  Readings(Readings&&) = default;
  Readings(const Readings&) = delete;  // views point into names_, which is long
  Readings& operator=(const Readings&) = delete;

  std::optional<Id> id_of(std::string_view reading) const;
  bool has(char32_t c, Id reading) const;
  char32_t simplified(char32_t c) const;  // itself when it has no other form
  bool has_traditional(char32_t c) const { return c < 0x10000 && has_traditional_[c]; }
  bool is_traditional(char32_t c) const { return simplified(c) != c; }
  // The Traditional characters whose first byte in GBK is `lead` and that are read so.
  std::vector<char32_t> keys(unsigned lead, Id reading) const;

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;
  std::vector<std::uint16_t> index_;  // by code point
  std::vector<std::uint32_t> first_;
  std::vector<std::uint16_t> simplified_, ids_;
  std::vector<bool> has_traditional_;  // by code point
  std::string names_;
  std::vector<std::string_view> sorted_;  // of names_
};

}  // namespace tamis::repairing
