// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"
#include "fingerprint/canon_tables.h"
#include "fingerprint/number_reader.h"

#include <cstddef>

namespace tamis {

namespace {

using fingerprinting::Class;

// One pass over a text. Detailed: places and numbers too; fingerprints do without.
template <bool kDetailed>
class Reader {
 public:
  Reader(std::string_view utf8, const Canon::Tables& tables) : text_(utf8), tables_(tables) {}

  Canonical take() {
    const fingerprinting::Body body = fingerprinting::body_of(text_, tables_);
    out_.has_more = body.has_more;
    out_.letters.resize(body.end - body.begin + 1);  // a byte gives a letter at most ...
    if constexpr (kDetailed) out_.at.reserve((body.end - body.begin) / 2);
    at_ = body.begin;
    end_ = body.end;
    while (at_ < end_) {
      take_plain();
      if (at_ < end_) step();
    }
    out_.letters.resize(size_);
    if constexpr (kDetailed) out_.at.push_back(static_cast<std::uint32_t>(last_end_));
    return std::move(out_);
  }

 private:
  // The most of it: letters of three bytes that go in as they are, and the marks between them.
  void take_plain() {
    std::size_t at = at_, size = size_;
    char16_t* const letters = out_.letters.data();
    const std::size_t room = out_.letters.size();
    while (at + 2 < end_ && size < room) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      const auto second = static_cast<unsigned char>(text_[at + 1]);
      const auto third = static_cast<unsigned char>(text_[at + 2]);
      // 0xE0 and 0xED begin what is not well-formed as well.
      if ((lead & 0xF0) != 0xE0 || lead == 0xE0 || lead == 0xED || (second & 0xC0) != 0x80 ||
          (third & 0xC0) != 0x80)
        break;
      const auto c =
          static_cast<char16_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
      const Class kind = tables_.classes[c];
      if (kind != Class::kPlain && kind != Class::kDropped) break;
      letters[size] = tables_.folded[c];
      if constexpr (kDetailed) {
        if (kind == Class::kPlain) out_.at.push_back(static_cast<std::uint32_t>(at));
      }
      at += 3;
      size += kind == Class::kPlain ? 1 : 0;
      if (kind == Class::kPlain) last_end_ = at;
    }
    at_ = at;
    size_ = size;
  }

  void step() {
    const std::size_t begin = at_;
    const char32_t c = base::next_code_point(text_, at_);
    if (c >= Canon::Tables::kPlane) {
      // Rare: Han of the supplementary planes, which may share a letter of the private area.
      if (base::is_letter_or_digit(c)) put(static_cast<char16_t>(0xE000 + c % 6400), begin);
      return;
    }
    const Class kind = tables_.classes[c];
    if (kind == Class::kPlain || kind == Class::kLatin) {
      put(tables_.folded[c], begin);
    } else if (kind != Class::kDropped) {
      special(kind, tables_.folded[c], begin);
    }
  }

  void special(Class kind, char16_t c, std::size_t begin) {
    const char16_t before = size_ > 0 ? out_.letters[size_ - 1] : u'\0';
    if (kind == Class::kDaySign) {
      const bool day = after_month_ && number_end_ == size_ && begin == last_end_;
      put(day ? u'日' : c, begin);
      return;
    }
    const bool in_name = begin == last_end_ && name_ &&
                         ((before >= u'a' && before <= u'z') || (before >= u'0' && before <= u'9'));
    if (kind == Class::kDigit &&
        (in_name || (begin == last_end_ && before >= u'a' && before <= u'z'))) {
      put(c, begin);
      name_ = true;
      return;
    }
    name_ = false;
    if (c == u'两' && begin == last_end_ && number_end_ == size_ && size_ > 0) {  // 7斤 and 2两
      put(c, begin);
      return;
    }
    if (plain_digits(kind, begin)) return;
    fingerprinting::ReadNumber read = fingerprinting::read_number(text_, begin, tables_);
    if (read.parts.empty() || read.end > end_) {
      put(c, begin);
      return;
    }
    for (const fingerprinting::ReadPart& part : read.parts) {
      const std::size_t first = size_;
      for (const char16_t letter : part.letters) put(letter, begin);
      if (part.number) number(first, part.spelled);
    }
    at_ = last_end_ = read.end;
    number_joined();
  }

  // The most common number, a few ASCII digits and nothing that could belong to them behind.
  bool plain_digits(Class kind, std::size_t begin) {
    if (kind != Class::kDigit) return false;
    std::size_t end = begin;
    while (end < end_ && end - begin < 10 && text_[end] >= '0' && text_[end] <= '9') ++end;
    if (end == begin || end - begin == 10) return false;
    if (end < end_) {
      const auto next = static_cast<unsigned char>(text_[end]);
      if (next < 0x80 ? next != '\n' && !(next >= 'a' && next <= 'z') : maybe_magnitude(end)) {
        return false;
      }
    }
    while (begin + 1 < end && text_[begin] == '0') ++begin;
    const std::size_t first = size_;
    for (; begin < end; ++begin) put(static_cast<char16_t>(text_[begin]), begin);
    at_ = last_end_ = end;
    number(first, false);
    number_joined();
    return true;
  }

  // Could the character at a non-ASCII byte go on with a number?
  bool maybe_magnitude(std::size_t at) const {
    const char32_t c = base::next_code_point(text_, at);
    if (c >= Canon::Tables::kPlane) return false;
    const char16_t folded = tables_.folded[c];
    return folded < 0x80 || folded == u'百' || folded == u'千' || folded == u'万' ||
           folded == u'亿';
  }

  void put(char16_t letter, std::size_t begin) {
    if (size_ == out_.letters.size()) out_.letters.resize(size_ + 64);  // ... numbers apart
    out_.letters[size_++] = letter;
    if constexpr (kDetailed) out_.at.push_back(static_cast<std::uint32_t>(begin));
    last_end_ = at_;
  }

  void number(std::size_t first, bool spelled) {
    after_month_ = first > 0 && out_.letters[first - 1] == u'月';
    number_end_ = size_;
    if constexpr (kDetailed) {
      out_.numbers.push_back(
          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(size_), true, spelled});
    }
  }

  // Is what follows the last number its unit?
  void number_joined() {
    if constexpr (kDetailed) {
      if (out_.numbers.empty() || out_.numbers.back().end != size_) return;
      std::size_t at = at_;
      char32_t c = 0;
      for (int blanks = 0; at < end_ && blanks < 3; ++blanks) {
        c = base::next_code_point(text_, at);
        if (!base::is_space(c)) break;
      }
      out_.numbers.back().joined =
          c < Canon::Tables::kPlane && tables_.classes[c] != Class::kDropped &&
          tables_.classes[c] != Class::kLatin && tables_.classes[c] != Class::kDigit;
    }
  }

  std::string_view text_;
  const Canon::Tables& tables_;
  Canonical out_;
  std::size_t at_ = 0, end_ = 0, size_ = 0;
  std::size_t last_end_ = 0;    // byte behind the last letter
  std::size_t number_end_ = 0;  // letters at the end of the last number
  bool after_month_ = false, name_ = false;
};

}  // namespace

std::u16string Canon::letters(std::string_view utf8) const {
  return Reader<false>(utf8, *tables_).take().letters;
}

Canonical Canon::bare(std::string_view utf8) const {
  return Reader<false>(utf8, *tables_).take();
}

Canonical Canon::read(std::string_view utf8) const {
  return Reader<true>(utf8, *tables_).take();
}

}  // namespace tamis
