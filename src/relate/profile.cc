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
  distinct_.resize(n);
  std::size_t distinct = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Shingle shingle = shingle_at(letters, i);
    std::size_t at = slot(shingle);
    while (slots_[at] != 0 && slots_[at] != shingle) at = (at + 1) & mask_;
    distinct_[distinct] = shingle;
    distinct += slots_[at] == 0 ? 1 : 0;
    slots_[at] = shingle;
  }
  distinct_.resize(distinct);
}

namespace {

constexpr int kFilterBits = 10;  // the smallest filter

// The shingles of a text one after the other, by one shift each.
template <class Each>
void for_each_shingle(std::u16string_view letters, Each each) {
  if (letters.size() < kShingle) return;
  Shingle shingle = Shingle{letters[0]} << 16 | letters[1];
  for (std::size_t i = 2; i < letters.size(); ++i) {
    shingle = (shingle << 16 | letters[i]) & 0xFFFFFFFFFFFF;
    each(shingle * 0x9E3779B97F4A7C15);
  }
}

}  // namespace

// Sixteen bits a shingle: one in seventeen that the text does not have is taken for its own.
ShingleFilter::ShingleFilter(std::u16string_view letters) {
  const std::size_t size =
      std::bit_ceil(std::max<std::size_t>(16 * letters.size(), 1u << kFilterBits));
  shift_ = 64 - std::countr_zero(size);
  bits_.resize(size / 64);
  for_each_shingle(letters, [&](std::uint64_t hash) {
    const std::uint64_t at = hash >> shift_;
    std::uint64_t& word = bits_[at / 64];
    least_distinct_ += ~word >> at % 64 & 1;
    word |= std::uint64_t{1} << at % 64;
  });
}

std::size_t ShingleFilter::most_shared(std::u16string_view letters) const {
  std::size_t shared = 0;
  const std::uint64_t* const bits = bits_.data();
  for_each_shingle(letters, [&, shift = shift_](std::uint64_t hash) {
    const std::uint64_t at = hash >> shift;
    shared += bits[at / 64] >> at % 64 & 1;
  });
  return shared;
}

Profile::Profile(std::string text, const Canon& canon)
    : canon_(canon), text_(std::move(text)), letters_(canon_.letters(*text_)) {}

Profile::Profile(const Texts& texts, const Entry& entry, std::uint32_t index, const Canon& canon)
    : texts_(&texts), index_(index), may_collect_(entry.may_collect), canon_(canon) {
  letters_ = texts.letters ? texts.letters(index) : canon.letters(text());
}

std::string_view Profile::text() const {
  if (!text_) text_ = texts_->body(index_);
  return *text_;
}

const ShingleFilter& Profile::filter() const {
  if (!filter_) filter_.emplace(letters_);
  return *filter_;
}

void Profile::make_all() const {
  text();
  filter();
  shingles();
  lines();
  items();
  figures();
  places();
}

const Canonical& Profile::canonical() const {
  if (!canonical_) canonical_ = canon_.read(text());
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
  const std::string_view text = this->text();
  for (std::size_t from = 0; from < text.size() && letter < letters_end;) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
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
