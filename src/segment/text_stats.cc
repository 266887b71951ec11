// SPDX-License-Identifier: Apache-2.0
#include "segment/text_stats.h"

#include "base/utf8.h"

namespace tamis {

void TextStats::add(const TextStats& other) {
  units += other.units;
  link_units += other.link_units;
  characters += other.characters;
  cjk += other.cjk;
  digits += other.digits;
  punctuation += other.punctuation;
  links += other.links;
}

namespace segment_detail {

namespace {
constexpr float kCjkUnit = 0.55F, kSpacelessUnit = 0.2F;

bool spaceless(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

float unit_of(char32_t c, bool& in_word) {
  if (base::is_cjk(c) || spaceless(c)) {
    in_word = false;
    return base::is_cjk(c) ? kCjkUnit : kSpacelessUnit;
  }
  const bool starts = !in_word;
  in_word = true;
  return starts ? 1.0F : 0.0F;
}
}  // namespace

void count_text(std::string_view run, bool linked, bool& in_word, TextStats& stats) {
  for (std::size_t at = 0; at < run.size();) {
    const auto lead = static_cast<unsigned char>(run[at]);
    const char32_t c = lead < 0x80 ? (++at, lead) : base::next_code_point(run, at);
    if (base::is_space(c)) {
      in_word = false;
      continue;
    }
    ++stats.characters;
    if (base::is_punctuation(c)) {
      ++stats.punctuation;
      if (c != '\'' && c != U'’' && c != '-') in_word = false;
      continue;
    }
    stats.digits += base::is_digit(c);
    stats.cjk += base::is_cjk(c);
    const float unit = unit_of(c, in_word);
    stats.units += unit;
    if (linked) stats.link_units += unit;
  }
}

}  // namespace segment_detail
}  // namespace tamis
