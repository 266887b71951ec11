// SPDX-License-Identifier: Apache-2.0
// Columns on a terminal, where a Chinese character is two cells wide (Unicode TR 11).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::base {

inline constexpr std::size_t kLineWidth = 100;

std::size_t width_of(std::string_view utf8);

// On one line and at most `cells` wide; what does not fit is cut and ends in "…". Control
// characters (a title may hold terminal escapes) become U+FFFD.
std::string fit(std::string_view utf8, std::size_t cells);

// The same, filled with spaces to the right (or to the left) to exactly `cells`.
std::string pad(std::string_view utf8, std::size_t cells);
std::string pad_left(std::string_view utf8, std::size_t cells);

std::string grouped(std::uint64_t number);                         // 1234567: "1,234,567"
std::string counted(std::uint64_t number, const std::string& one,  // "1 page", "2 pages"
                    const std::string& many);

}  // namespace tamis::base
