// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace tamis::memory {

// Every run of the first kLead letters is indexed and asked for: a teaser begins where its article
// does, and may be too short to share a winnowing minimum.
inline constexpr std::size_t kLead = 24;
inline std::u16string_view lead_of(std::u16string_view letters) {
  return letters.substr(0, kLead);
}

// The hash of a name (a title, a URL) among the names, bit 0 clear; 0: none.
std::uint64_t title_hash(std::u16string_view letters);
std::uint64_t url_hash(std::string_view url);

// What equal digests have in common: the hash of the first letters of the item. 0: too short.
std::uint64_t item_hash(std::u16string_view letters);

}  // namespace tamis::memory
