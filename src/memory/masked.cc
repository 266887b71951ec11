// SPDX-License-Identifier: Apache-2.0
#include "memory/masked.h"

#include "base/hash.h"
#include "base/mix.h"
#include "base/utf8.h"

#include <string>

namespace tamis::memory {

std::uint64_t masked_hash(std::string_view host, const Block& block) {
  if (host.empty()) return 0;
  const std::string_view text = block.text;
  const bool sentence = block.ends_sentence;
  std::string bare(host);
  bare += '\n';
  const std::size_t head = bare.size();
  bool in_digits = false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_width(base::next_code_point(text, at));
    if (!base::is_letter_or_digit(c)) continue;
    const bool digit = c >= U'0' && c <= U'9';
    if (!digit) ++letters;
    if (!digit || sentence || !in_digits)
      base::append_utf8(bare, digit && !sentence ? U'0' : base::fold_case(c));
    in_digits = digit;
  }
  if (letters < 2 || bare.size() == head) return 0;
  return base::hash64(bare) & ~std::uint64_t{1};
}

std::uint64_t host_hash(std::string_view host) {
  return host.empty() ? 0 : base::hash64(host) & ~std::uint64_t{1};
}

std::uint64_t kept_hash(std::uint64_t masked) {
  return base::hash_word(masked) & ~std::uint64_t{1};
}

}  // namespace tamis::memory
