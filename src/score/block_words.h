// SPDX-License-Identifier: Apache-2.0
// The words of a block, as the weights in rules/*-words.grams count them: a CJK character, a run of
// letters, a run of digits (whatever they are: "#") and a mark are a word each, small letters and
// width folded; "^" and "$" stand for the ends.
#pragma once

#include "base/utf8.h"

#include <string>
#include <string_view>

namespace tamis::score_detail {

// Of a longer text the first kHead and the last kTail code points are read.
inline constexpr std::size_t kHead = 160, kTail = 100;

enum class WordKind { kNone, kLetters, kDigits };

// Collects code points to words and hands each to `use`.
template <class Use>
class WordRun {
 public:
  explicit WordRun(Use& use) : use_(use) {}

  void read(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t length = small_word(text, at); length > 0) {
        end();
        use_(text.substr(at, length));
        at += length;
      } else {
        add(base::next_code_point(text, at));
      }
    }
    end();
  }

  void add(char32_t raw) {
    if (raw < 0x80) return add_ascii(static_cast<char>(raw));
    const char32_t c = base::fold_case(base::fold_width(raw));
    const bool digit = base::is_digit(c), cjk = !digit && base::is_cjk(c);
    const WordKind kind = digit                                 ? WordKind::kDigits
                          : !cjk && base::is_letter_or_digit(c) ? WordKind::kLetters
                                                                : WordKind::kNone;
    begin(kind);
    if (kind == WordKind::kDigits) {
      word_ = "#";
    } else if (kind == WordKind::kLetters || !base::is_space(c)) {
      base::append_utf8(word_, c);
    }
  }

  void end() {
    if (!word_.empty()) use_(std::string_view(word_));
    word_.clear();
    kind_ = WordKind::kNone;
  }

 private:
  // The length of a whole word of a to z that begins at `at`, most of Western text; else 0.
  std::size_t small_word(std::string_view text, std::size_t at) const {
    if (kind_ == WordKind::kLetters) return 0;
    std::size_t end = at;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    const bool whole = end == text.size() || (static_cast<signed char>(text[end]) >= 0 &&
                                              !(text[end] >= 'A' && text[end] <= 'Z'));
    return whole ? end - at : 0;
  }

  void begin(WordKind kind) {
    if (kind != kind_ || kind == WordKind::kNone) end();
    kind_ = kind;
  }

  // The same of what most Western text is.
  void add_ascii(char c) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (small >= 'a' && small <= 'z') {
      begin(WordKind::kLetters);
      word_ += small;
    } else if (c >= '0' && c <= '9') {
      begin(WordKind::kDigits);
      word_ = '#';
    } else {
      begin(WordKind::kNone);
      if (!base::is_space(static_cast<char32_t>(c))) word_ = c;
    }
  }

  Use& use_;
  std::string word_;
  WordKind kind_ = WordKind::kNone;
};

template <class Use>
void each_word_of(std::string_view text, Use use) {
  WordRun<Use> run(use);
  use(std::string_view("^"));
  const std::size_t count = base::count_code_points(text);
  if (count <= kHead + kTail) {
    run.read(text);
  } else {
    std::size_t head = 0, tail = text.size();
    for (std::size_t n = 0; n < kHead; ++n) base::next_code_point(text, head);
    for (std::size_t n = 0; n < kTail; ++n) tail = base::code_point_begin(text, tail - 1);
    run.read(text.substr(0, head));
    use(std::string_view("\u2026"));
    run.read(text.substr(tail));
  }
  use(std::string_view("$"));
}

}  // namespace tamis::score_detail
