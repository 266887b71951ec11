// SPDX-License-Identifier: Apache-2.0
// What the comparison needs of one text: its canonical form, its lines, the set of its shingles.
#pragma once

#include "relate/figures.h"
#include "tamis/fingerprint.h"
#include "tamis/relate.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::relating {

// A shingle of three letters as a word; 0 is none.
using Shingle = std::uint64_t;

// Distinct shingles, open addressing. The seed comes from the text, so nobody can make a page
// whose shingles all meet in one slot.
class ShingleSet {
 public:
  explicit ShingleSet(std::u16string_view letters);
  bool contains(Shingle shingle) const {
    for (std::size_t i = slot(shingle);; i = (i + 1) & mask_) {
      if (slots_[i] == shingle) return true;
      if (slots_[i] == 0) return false;
    }
  }
  const std::vector<Shingle>& distinct() const { return distinct_; }  // by first appearance

 private:
  std::size_t slot(Shingle shingle) const {
    return static_cast<std::size_t>((shingle ^ seed_) * 0x9E3779B97F4A7C15 >> shift_);
  }
  std::uint64_t seed_ = 0;
  int shift_ = 0;
  std::size_t mask_ = 0;
  std::vector<Shingle> slots_, distinct_;
};

inline Shingle shingle_at(std::u16string_view letters, std::size_t i) {
  return std::uint64_t{letters[i]} << 32 | std::uint64_t{letters[i + 1]} << 16 | letters[i + 2];
}

// A line of the text: letters [begin, end) of the canonical form, bytes [from, to) of the source.
struct TextLine {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t from = 0, to = 0;
};

// A filter of a text's shingles: what it does not know, the text does not have.
class ShingleFilter {
 public:
  explicit ShingleFilter(std::u16string_view letters);
  // At least as many as the positions of `letters` whose shingle the text has.
  std::size_t most_shared(std::u16string_view letters) const;
  std::size_t least_distinct() const { return least_distinct_; }

 private:
  int shift_ = 0;
  std::size_t least_distinct_ = 0;
  std::vector<std::uint64_t> bits_;
};

// All but the letters is made on demand, since most pairs that are looked at need no more: a
// Profile is one thread's until make_all().
class Profile {
 public:
  Profile(std::string text, const Canon& canon);
  // The text is read when it is asked for; `texts` and `canon` outlive the profile.
  Profile(const Texts& texts, const Entry& entry, std::uint32_t index, const Canon& canon);
  void make_all() const;  // from then on threads may share it
  std::string_view text() const;
  std::u16string_view letters() const { return letters_; }
  bool may_collect() const { return may_collect_; }
  const Canonical& canonical() const;
  const ShingleSet& shingles() const;
  const ShingleFilter& filter() const;
  std::size_t positions() const {  // of shingles
    return letters().size() < kShingle ? 0 : letters().size() - kShingle + 1;
  }
  std::string_view source(const TextLine& line) const {
    return text().substr(line.from, line.to - line.from);
  }
  const std::vector<TextLine>& lines() const;  // those with letters
  const std::vector<TextLine>& items() const;  // of a collection: see roundup.h
  const std::vector<Figure>& figures() const;
  const std::vector<PlaceName>& places() const;
  const Canon& canon() const { return canon_; }

 private:
  const Texts* texts_ = nullptr;
  std::uint32_t index_ = 0;
  bool may_collect_ = true;
  const Canon& canon_;
  mutable std::optional<std::string> text_;
  std::u16string letters_;
  mutable std::optional<ShingleFilter> filter_;
  mutable std::optional<Canonical> canonical_;
  mutable std::optional<ShingleSet> shingles_;
  mutable std::optional<std::vector<TextLine>> lines_, items_;
  mutable std::optional<std::vector<Figure>> figures_;
  mutable std::optional<std::vector<PlaceName>> places_;
};

}  // namespace tamis::relating
