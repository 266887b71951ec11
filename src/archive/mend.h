// SPDX-License-Identifier: Apache-2.0
// What a power cut or a full disk may leave at the end of a file of gzip members is taken away.
#pragma once

#include <cstdint>
#include <string>

namespace tamis::archive {

// Cuts the file behind its last whole member and returns its size then. Only members that
// codec::GzipMember wrote are known; in a file that begins otherwise nothing is touched and
// kForeign is returned. The last member is inflated, those before it are passed over.
inline constexpr std::uint64_t kForeign = ~std::uint64_t{0};
std::uint64_t mend(const std::string& path);

}  // namespace tamis::archive
