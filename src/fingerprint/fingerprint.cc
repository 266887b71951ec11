// SPDX-License-Identifier: Apache-2.0
#include "tamis/fingerprint.h"

#include "base/hash.h"
#include "fingerprint/simhash.h"

namespace tamis {

Fingerprint fingerprint(std::string_view utf8) {
  const std::string text = canonical(utf8);
  const std::vector<std::uint64_t> hashes = shingles(text);
  Fingerprint print;
  if (text.empty()) return print;
  const auto [high, low] = base::hash128(text);
  print.exact = {high, low};
  print.simhash = fingerprinting::simhash(hashes);
  print.shingles = static_cast<std::uint32_t>(hashes.size());
  for (std::size_t i = 0; i < hashes.size() && i < kSketch; ++i) {
    print.sketch[i] = static_cast<std::uint32_t>(hashes[i]);
  }
  return print;
}

}  // namespace tamis
