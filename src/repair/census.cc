// SPDX-License-Identifier: Apache-2.0
#include "repair/census.h"

#include "base/utf8.h"
#include "repair/byte_table.h"

#include <cstring>

namespace tamis::repairing {

namespace {

enum Flag : std::uint8_t {
  kAsGbk = 1,
  kAsBig5 = 2,
  kTone = 4,
  kLetterAsGbk = 8,
  kLetterAsBig5 = 16
};
using Flags = std::vector<std::uint8_t>;

// Bytes of text for each byte of such letters, where one alone is a sign: of Latin ones fewer.
constexpr std::size_t kForeign = 10, kForeignLatin = 4;

// The first two bytes of a frequent three-byte sequence of UTF-8, and rare as a character that is
// meant: of U+2000-2FFF only general punctuation and symbols, of the rarer letters less.
bool opens_utf8(unsigned first, unsigned second, unsigned last) {
  if (first >= 0xE4 && first <= 0xE9) return second >= 0x80 && second <= last;
  if (first == 0xE3) return second >= 0x80 && second <= 0x8F;
  if (first == 0xF0) return second == 0x9F;  // pictures
  if (first == 0xEF) return second >= 0xBC && second <= 0xBF;
  return (first == 0xE2 || (first >= 0xEA && first <= 0xED)) && second >= 0x80 && second <= 0xA0;
}

// Two bytes of UTF-8: a sign of Latin-1, a letter up to the Arabic ones.
bool is_letter(unsigned bytes) {
  const unsigned first = bytes >> 8, second = bytes & 0xFF;
  return first >= 0xC2 && first <= 0xDB && second >= (first == 0xC2 ? 0xA0U : 0x80U) &&
         second <= 0xBF;
}

// The character that the two bytes of UTF-8 are.
char32_t letter_of(unsigned bytes) {
  return static_cast<char32_t>((bytes >> 8 & 0x1F) << 6 | (bytes & 0x3F));
}

Flags make_flags() {
  Flags flags(0x10000);
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    const unsigned in_gbk = gbk().bytes_of(c), in_big5 = big5().bytes_of(c);
    if (opens_utf8(in_gbk >> 8, in_gbk & 0xFF, 0xBF)) flags[c] |= kAsGbk;
    if (is_letter(in_gbk)) flags[c] |= kLetterAsGbk;
    if (is_letter(in_big5)) flags[c] |= kLetterAsBig5;
    // Big5 has no trail bytes 80-A0; its rare characters begin at C9.
    const unsigned lead = in_big5 >> 8, trail = in_big5 & 0xFF;
    const bool punctuation = lead == 0xEF && trail >= 0xBC;
    if ((lead >= 0xE4 && lead <= 0xE9 && trail >= 0xA1 && trail <= 0xBF) || punctuation) {
      flags[c] |= kAsBig5;
    }
  }
  constexpr std::u32string_view kTones = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
  for (const char32_t c : kTones) flags[c] |= kTone;
  return flags;
}

const Flags& flags() {
  static const Flags kFlags = make_flags();
  return kFlags;
}

// The next byte at or after `at` that is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  while (at + 8 <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & kHigh) != 0) break;
    at += 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool ends_reading(std::string_view text, std::size_t at) {
  for (const std::size_t end = at + 4; at < text.size() && at < end; ++at) {
    if (text[at] == ')') return true;
    if (text[at] != ' ' && (text[at] < 'a' || text[at] > 'z')) return false;
  }
  return false;
}

bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// The characters around [begin, end); a space where the text ends.
struct Around {
  char first, before, after, second;  // first: before `before`; second: behind `after`

  Around(std::string_view text, std::size_t begin, std::size_t end)
      : first(begin > 1 ? text[begin - 2] : ' '),
        before(begin > 0 ? text[begin - 1] : ' '),
        after(end < text.size() ? text[end] : ' '),
        second(end + 1 < text.size() ? text[end + 1] : ' ') {}
};

bool stands_as_letter(std::string_view text, std::size_t begin, std::size_t end) {
  const Around around(text, begin, end);
  return is_ascii_letter(around.before) ||
         (is_ascii_digit(around.before) && is_ascii_letter(around.after));
}

// "Jad艂ospis": no Chinese stands between two small letters.
bool stands_in_word(std::string_view text, std::size_t begin, std::size_t end) {
  const Around around(text, begin, end);
  return is_small_letter(around.before) && is_small_letter(around.after);
}

class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  Census count() {
    std::size_t run = skip_ascii(text_, 0);
    for (std::size_t at = run; at < text_.size();) {
      const std::size_t begin = at;
      const char32_t c = base::next_code_point(text_, at);
      ++census_.signs.characters;
      if (c < 0x180) {
        latin(c, begin, at);
      } else if (c < 0x10000) {
        letter(c, begin, at);
      }
      all_of_run_ = (begin == run ? kLetterAsGbk | kLetterAsBig5 : all_of_run_) &
                    (c < 0x10000 ? flags()[c] : 0);
      length_ = begin == run ? 1 : length_ + 1;
      if (at == text_.size() || static_cast<unsigned char>(text_[at]) < 0x80) {
        if ((all_of_run_ & kLetterAsGbk) != 0) end_letters(run, at, gbk(), census_.letters_as_gbk);
        if ((all_of_run_ & kLetterAsBig5) != 0)
          end_letters(run, at, big5(), census_.letters_as_big5);
        if (at < text_.size()) after_han(c, at);
        run = at = skip_ascii(text_, at);
      }
    }
    return std::move(census_);
  }

 private:
  // U+0080-017F. Two-byte sequences: the bytes behind tell the next character's kind.
  void latin(char32_t c, std::size_t begin, std::size_t at) {
    census_.signs.controls += c < 0xA0;
    census_.latin += c >= 0xC0 && c <= 0xFF;
    if (c >= 0xC2 && c <= 0xF4 && continues(at)) {
      census_.as_latin1.push_back(static_cast<std::uint32_t>(begin));
    }
    if (c <= 0xFF && begin == high_end_) {
      if (++high_run_ == 4) {
        census_.gbk_as_latin1.push_back(static_cast<std::uint32_t>(high_begin_));
      }
    } else if (c <= 0xFF) {
      high_run_ = 1;
      high_begin_ = begin;
    }
    high_end_ = at;
    if ((flags()[c] & kTone) != 0) census_.readings += ends_reading(text_, at);
  }

  void letter(char32_t c, std::size_t begin, std::size_t at) {
    census_.han += c >= 0x4E00 && c <= 0x9FFF;
    const unsigned flag = flags()[c];
    if (flag != 0) {
      if ((flag & kAsGbk) != 0) census_.as_gbk.push_back(static_cast<std::uint32_t>(begin));
      if ((flag & kAsBig5) != 0) census_.as_big5.push_back(static_cast<std::uint32_t>(begin));
      if ((flag & kTone) != 0) census_.readings += ends_reading(text_, at);
    }
    if (c == 0x951F) {  // the first of the three characters
      census_.signs.replaced_twice += text_.substr(begin, 9) == "锟斤拷";
    } else if (c >= 0xE000 && c <= 0xF8FF) {
      ++census_.signs.private_use;
    } else if (c == base::kReplacement) {
      ++census_.signs.replacement;
    } else if (c >= 0xFF61 && c <= 0xFF9F) {
      ++census_.signs.half_width;
    }
  }

  // One such stretch counts for two where its first character stands as a Latin letter or a sign
  // does: "saut茅 onions", "350掳F", "all about聽it"; not the bus "101路".
  void end_letters(std::size_t begin, std::size_t end, const ByteTable& table, Letters& letters) {
    std::size_t at = begin;
    const char32_t first = letter_of(table.bytes_of(base::next_code_point(text_, at)));
    const bool few = text_.size() >= (first < 0x180 ? kForeignLatin : kForeign) * (end - begin);
    const bool stands = (few && stands_as_letter(text_, begin, end)) ||
                        stands_in_word(text_, begin, end) ||
                        (at == end && stands_as_sign(first, text_, begin, end));
    letters.at.push_back(static_cast<std::uint32_t>(begin));
    letters.count += stands ? 2 * length_ : length_;
  }

  // A continuation byte of UTF-8 read as Latin-1 or windows-1252.
  bool continues(std::size_t at) const {
    if (at >= text_.size()) return false;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte == 0xC2) return true;
    if (byte != 0xC5 && byte != 0xC6 && byte != 0xCB && byte != 0xE2) return false;
    const int latin = latin_byte(base::next_code_point(text_, at));
    return latin >= 0x80 && latin < 0xC0;
  }

  void after_han(char32_t c, std::size_t at) {
    const char mark = text_[at];
    if ((mark == ',' || mark == ':' || mark == ';') && c >= 0x4E00 && c <= 0x9FFF) {
      ++census_.signs.folded;
    }
  }

  std::string_view text_;
  Census census_;
  unsigned all_of_run_ = 0;   // the flags that all characters since ASCII have
  std::uint64_t length_ = 0;  // those characters
  std::size_t high_run_ = 0, high_begin_ = 0, high_end_ = ~std::size_t{0};
};

}  // namespace

bool stands_as_sign(char32_t sign, std::string_view text, std::size_t begin, std::size_t end) {
  const Around around(text, begin, end);
  const bool starts_name = around.after == ' ' && (is_ascii_digit(around.second) ||
                                                   (around.second >= 'A' && around.second <= 'Z'));
  const bool spaced = around.before == ' ' && around.after == ' ';
  const bool in_list = around.before == '(' || (around.before == ' ' && around.first == ',');
  switch (sign) {
    case 0xA0: return around.before != ' ' || around.after != ' ';
    case U'®': return is_ascii_letter(around.before) || spaced;
    case U'°': return is_ascii_digit(around.before) || around.after == 'C' || around.after == 'F';
    case U'±':
    case U'×': return is_ascii_digit(around.before) && is_ascii_digit(around.after);
    case U'£':
    case U'¥': return !is_ascii_letter(around.before) && is_ascii_digit(around.after);
    case U'²':
    case U'³': return is_small_letter(around.before) && !is_ascii_letter(around.after);
    case U'¼':
    case U'½':
    case U'¾':
      return is_ascii_digit(around.before) ||
             (in_list && around.after == ' ' && is_small_letter(around.second));
    case U'·': return around.before == ' ' && starts_name;
    case U'©': return (begin == 0 || around.before == '\n') && starts_name;
    default: return false;
  }
}

Census take_census(std::string_view text) {
  return Counter(text).count();
}

}  // namespace tamis::repairing
