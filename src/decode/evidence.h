// SPDX-License-Identifier: Apache-2.0
// What the bytes themselves say about their charset.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::decoding {

// How much of the text is UTF-8.
struct Utf8Shape {
  std::uint64_t good = 0;       // well-formed sequences of two bytes and more
  std::uint64_t good_long = 0;  // of these, three and four bytes long
  std::uint64_t bad = 0;        // runs of bytes that are none; a tail cut by the end is not one
};
Utf8Shape utf8_shape(std::string_view bytes);

// The parts with bytes over 0x7F, at most about `limit` bytes: what charsets differ on.
std::string non_ascii_sample(std::string_view bytes, std::size_t limit);

// "utf-8", "utf-16le", "utf-16be", "utf-32le" or "utf-32be" by the byte order mark, and its length.
struct Bom {
  std::string_view charset;
  std::size_t size = 0;
};
Bom byte_order_mark(std::string_view bytes);

// UTF-16 without a mark: every other byte of markup is zero. Empty when it is not.
std::string_view utf16_by_zeros(std::string_view bytes);

// What uchardet takes the bytes for, as a name of charset_label.h; empty when it does not know.
std::string_view detected_charset(std::string_view bytes);

}  // namespace tamis::decoding
