// SPDX-License-Identifier: Apache-2.0
#include "pipeline/letter_store.h"

#include <cstring>

namespace tamis::pipeline {

LetterStore::LetterStore(const std::string& folder) : spool_(Spool::unnamed(folder)) {}

void LetterStore::append(std::u16string_view letters) {
  spool_.append({reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char16_t)});
  ends_.push_back(spool_.size());
}

std::u16string LetterStore::read(std::uint32_t article) const {
  const std::uint64_t begin = article == 0 ? 0 : ends_[article - 1];
  const std::string bytes =
      spool_.read({begin, static_cast<std::uint32_t>(ends_[article] - begin)});
  std::u16string letters(bytes.size() / sizeof(char16_t), u'\0');
  std::memcpy(letters.data(), bytes.data(), bytes.size());
  return letters;
}

}  // namespace tamis::pipeline
