// SPDX-License-Identifier: Apache-2.0
#include "tamis/fingerprint.h"

#include "base/hash.h"

namespace tamis {

Fingerprint fingerprint(std::string_view utf8, const Canon& canon) {
  return fingerprint(canon.letters(utf8));
}

Fingerprint fingerprint(std::u16string_view letters) {
  Fingerprint print;
  if (letters.empty()) return print;
  const auto [high, low] = base::hash128(
      {reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char16_t)});
  print.exact = {high, low};
  print.letters = static_cast<std::uint32_t>(letters.size());
  print.simhash = simhash(letters);
  print.minima = winnow(letters);
  return print;
}

}  // namespace tamis
