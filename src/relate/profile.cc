// SPDX-License-Identifier: Apache-2.0
#include "relate/profile.h"

#include "base/hash.h"

#include <algorithm>
#include <bit>

namespace tamis::relating {

ShingleSet::ShingleSet(std::u16string_view letters) {
  const std::size_t n = letters.size() < kShingle ? 0 : letters.size() - kShingle + 1;
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(2 * n, 8));
  mask_ = size - 1;
  shift_ = 64 - std::countr_zero(size);
  seed_ = base::hash64(
      {reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char16_t)});
  slots_.resize(size);
  distinct_.reserve(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Shingle shingle = shingle_at(letters, i);
    std::size_t at = slot(shingle);
    while (slots_[at] != 0 && slots_[at] != shingle) at = (at + 1) & mask_;
    if (slots_[at] == shingle) continue;
    slots_[at] = shingle;
    distinct_.push_back(shingle);
  }
}

Profile::Profile(std::string text, const Canon& canon)
    : text_(std::move(text)), canon_(canon), letters_(canon_.letters(text_)) {}

void Profile::make_all() const {
  shingles();
  lines();
  figures();
  places();
}

const Canonical& Profile::canonical() const {
  if (!canonical_) canonical_ = canon_.read(text_);
  return *canonical_;
}

const ShingleSet& Profile::shingles() const {
  if (!shingles_) shingles_.emplace(letters_);
  return *shingles_;
}

const std::vector<TextLine>& Profile::lines() const {
  if (lines_) return *lines_;
  lines_.emplace();
  const std::vector<std::uint32_t>& at = canonical().at;
  std::uint32_t letter = 0;
  const auto letters_end = static_cast<std::uint32_t>(letters_.size());
  for (std::size_t from = 0; from < text_.size() && letter < letters_end;) {
    const std::size_t to = std::min(text_.find('\n', from), text_.size());
    TextLine line;
    line.begin = letter;
    line.from = static_cast<std::uint32_t>(from);
    line.to = static_cast<std::uint32_t>(to);
    while (letter < letters_end && at[letter] < to) ++letter;
    line.end = letter;
    if (line.end > line.begin) lines_->push_back(line);
    from = to + 1;
  }
  return *lines_;
}

const std::vector<Figure>& Profile::figures() const {
  if (!figures_) figures_ = figures_of(canonical());
  return *figures_;
}

const std::vector<PlaceName>& Profile::places() const {
  if (!places_) places_ = places_of(canonical(), canon_);
  return *places_;
}

}  // namespace tamis::relating
