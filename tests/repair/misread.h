// SPDX-License-Identifier: Apache-2.0
// Decodes bytes with the wrong charset, as the world does.
#pragma once

#include "base/utf8.h"
#include "repair/byte_table.h"

#include <string>
#include <string_view>

namespace tamis {

inline std::string as_latin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) base::append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

// A pair that the charset lacks is one U+FFFD and one byte, as the Encoding Standard has it for a
// trail byte in ASCII.
inline std::string as_double_byte(std::string_view bytes, const repairing::ByteTable& table) {
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[at++]);
    if (lead < 0x80) {
      out += static_cast<char>(lead);
      continue;
    }
    const unsigned trail = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
    const char32_t c = table.character_of(lead, trail);
    base::append_utf8(out, c == 0 ? base::kReplacement : c);
    at += c != 0;
  }
  return out;
}

// UTF-8 to the bytes of GBK; characters that GBK lacks are left out.
inline std::string to_gbk(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const unsigned bytes = c < 0x80 ? c : repairing::gbk().bytes_of(c);
    if (bytes > 0xFF) out += static_cast<char>(bytes >> 8);
    if (bytes != 0) out += static_cast<char>(bytes & 0xFF);
  }
  return out;
}

}  // namespace tamis
