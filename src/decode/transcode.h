// SPDX-License-Identifier: Apache-2.0
// Bytes of a named charset to UTF-8, never failing: what does not decode is U+FFFD and counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::decoding {

struct Transcoded {
  std::string utf8;
  std::uint32_t errors = 0;  // characters replaced
};

// `charset` is a name of charset_label.h. Each call opens its own converter: any thread.
Transcoded transcode(std::string_view bytes, std::string_view charset);

// False when the system's converter does not know it.
bool can_transcode(std::string_view charset);

// In place: no BOM, no NUL; CR LF and CR are LF.
void normalise(std::string& utf8);

}  // namespace tamis::decoding
