// SPDX-License-Identifier: Apache-2.0
// fingerprint: the form of a text that matching sees, and the few numbers that stand for an
// article's body when pairs are looked for. The text itself is never changed.
#pragma once

#include "tamis/rules.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

struct Hash128 {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const Hash128&) const = default;
};

// A number of a canonical text: letters [begin, end), "1271", "7.2%", "2000000".
struct CanonicalNumber {
  std::uint32_t begin = 0, end = 0;
  bool joined = false;   // the letter at `end` follows it, blanks apart: it is its unit
  bool spelled = false;  // one Chinese numeral ("三"), which need not count anything
};

// A text as matching sees it. Letters and digits only; beyond the basic plane a letter stands for
// several. `at[i]` is the byte of the source where letter i begins, at[letters.size()] where the
// last one ends: every match maps back.
struct Canonical {
  std::u16string letters;
  std::vector<std::uint32_t> at;
  std::vector<CanonicalNumber> numbers;
  bool has_more = false;  // a "[more]" tail was cut
};

// Makes canonical texts: width and case folded, Traditional to Simplified, white space, punctuation
// and symbols out, numerals in one form (三万, 3万, 30,000 are 30000; 二〇二〇年, 百分之七), ISO
// dates and clock times as Chinese writes them (2020年1月3日, 10时30分); a dateline at the head,
// credits and
// "[more]" at the tail cut. Immutable, cheap to copy; any thread.
class Canon {
 public:
  Canon();                             // without word lists: folds, numerals and dates only
  explicit Canon(const Rules& rules);  // traditional, matching, places; Failure: FILE:LINE

  std::u16string letters(std::string_view utf8) const;
  Canonical read(std::string_view utf8) const;
  Canonical bare(std::string_view utf8) const;  // letters and has_more only

  // The byte where the credits and the "[more]" at the end of a text begin.
  std::size_t body_end(std::string_view utf8) const;
  // Is the line (trimmed) one that stands around articles: a credit, a notice of rights?
  bool is_frame(std::string_view line) const;
  // The longest name of a place that begins at `letters[at]`, in letters; 0: none does.
  std::size_t place_at(std::u16string_view letters, std::size_t at) const;

  struct Tables;

 private:
  std::shared_ptr<const Tables> tables_;
};

// Shingles are runs of kShingle canonical letters. Three find more than four or five, and no more
// of what is not alike (measured on zh-synth-dxy and dxy-digest-zh).
inline constexpr std::uint32_t kShingle = 3;

// Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of every kWindow neighbouring runs of
// kGram letters the smallest is kept, so two texts with a common run of kGram + kWindow - 1 letters
// share one, and about 2 in kWindow + 1 are kept. A text of at most kDense letters keeps them all,
// and those of kDenseWindow for good: a digest of two lines, a word changed, is still met in its
// article.
inline constexpr std::uint32_t kGram = 8, kWindow = 16, kDense = 200, kDenseWindow = 6;

struct Fingerprint {
  Hash128 exact;              // of the canonical letters; zero when nothing of the text is left
  std::uint64_t simhash = 0;  // 64-bit, over hashed shingles (Charikar 2002; Manku et al. 2007)
  std::uint32_t letters = 0;  // canonical
  // Distinct hashes, ascending. Bit 0 is set in what only a dense text keeps: two texts are brought
  // together by a hash that at least one of them has without.
  std::vector<std::uint64_t> minima;
  std::uint32_t shingles() const { return letters < kShingle ? 0 : letters - kShingle + 1; }
};

std::uint64_t simhash(std::u16string_view letters);
std::vector<std::uint64_t> winnow(std::u16string_view letters);

// Of every run of kGram letters, in their order, bit 0 clear: what winnow() chooses from.
std::vector<std::uint64_t> gram_hashes(std::u16string_view letters);

// Pure; any thread. Linear in the text.
Fingerprint fingerprint(std::string_view utf8, const Canon& canon);
Fingerprint fingerprint(std::u16string_view letters);  // of Canon::letters

}  // namespace tamis
