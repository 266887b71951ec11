// SPDX-License-Identifier: Apache-2.0
// One record as a zstd frame (RFC 8878): for what tamis writes and reads back itself. The bytes are
// the same for one version of libzstd.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::codec {

std::string zstd_packed(std::string_view bytes);

// None when `frame` is no whole frame that says its size, or holds more than `most` bytes.
std::optional<std::string> zstd_unpacked(std::string_view frame, std::size_t most);

}  // namespace tamis::codec
