// SPDX-License-Identifier: Apache-2.0
#include "base/hash.h"
#include "fingerprint/hash_sort.h"
#include "tamis/fingerprint.h"

namespace tamis {

namespace {

// Steps of next_code_point without decoding: canonical() wrote the text, so it is well-formed. On
// anything else the runs are of bytes that look like characters, and nothing reads past the end.
std::size_t step(std::string_view text, std::size_t at) {
  do ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

std::vector<std::uint64_t> shingles(std::string_view canonical_text) {
  std::vector<std::uint64_t> out;
  std::size_t begin = 0, end = 0;
  for (int i = 0; i < kShingle; ++i) {
    if (end >= canonical_text.size()) return out;
    end = step(canonical_text, end);
  }
  out.reserve(canonical_text.size() / 2 + 1);
  for (;;) {
    out.push_back(base::hash64(canonical_text.substr(begin, end - begin)));
    if (end >= canonical_text.size()) break;
    begin = step(canonical_text, begin);
    end = step(canonical_text, end);
  }
  fingerprinting::sort_distinct(out);
  return out;
}

}  // namespace tamis
