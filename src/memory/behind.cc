// SPDX-License-Identifier: Apache-2.0
#include "memory/behind.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::memory {
namespace {

bool ends_sentence(char32_t c) {
  return c == U'。' || c == U'！' || c == U'？' || c == U'!' || c == U'?' || c == U';' ||
         c == U'；' || c == U'\n' || c == U'.';
}

// Between a letter that begins at `at` and the next.
Behind between(std::string_view text, std::size_t at, std::size_t next) {
  if (at >= next) return Behind::kGoesOn;  // of one number
  base::next_code_point(text, at);
  Behind found = Behind::kGoesOn;
  while (at < next) {
    const char32_t c = base::next_code_point(text, at);
    if (c == U'…') return Behind::kEllipsis;
    if (c == U'.' && text.substr(at, 2) == "..") return Behind::kEllipsis;
    if (ends_sentence(c)) found = Behind::kSentence;
  }
  return found;
}

}  // namespace

std::string behind_letters(std::string_view text, const Canonical& read) {
  std::string out(behind_size(read.letters.size()), '\0');
  for (std::size_t i = 0; i + 1 < read.letters.size(); ++i) {
    const std::size_t next = std::min<std::size_t>(read.at[i + 1], text.size());
    const auto what = static_cast<unsigned>(between(text, read.at[i], next));
    out[i / 4] = static_cast<char>(static_cast<unsigned char>(out[i / 4]) | what << (i % 4 * 2));
  }
  return out;
}

Behind behind(std::string_view packed, std::size_t letters, std::size_t end) {
  if (end == 0 || end >= letters || (end - 1) / 4 >= packed.size()) return Behind::kSentence;
  const auto four = static_cast<unsigned char>(packed[(end - 1) / 4]);
  return static_cast<Behind>(four >> ((end - 1) % 4 * 2) & 3);
}

}  // namespace tamis::memory
