// SPDX-License-Identifier: Apache-2.0
#include "repair/double_decoding.h"

#include "base/text_cost.h"
#include "base/utf8.h"
#include "repair/byte_reading.h"
#include "repair/byte_table.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

namespace tamis::repairing {

namespace {

// A stretch is beyond doubt when its reading costs at most this share of the bits.
constexpr double kSureShare = 0.75;
constexpr double kSureGain = 13;   // and saves as many bits
constexpr double kSureLetter = 3;  // of a letter read as Han, where all Han of the page are such
constexpr std::uint64_t kFewHan = 4;
constexpr std::uint32_t kNeededLatin = 1, kNeeded = 2, kNeededGbk = 6, kNeededLetters = 2;

// A stretch of the text and what its bytes say.
struct Stretch {
  std::size_t begin, end;
  Reading reading;
  double gain = 0;  // bits
  bool sure = false;
};

struct Piece {
  std::vector<Stretch> stretches;
  std::uint32_t sure = 0;    // characters in stretches beyond doubt
  std::uint32_t wide = 0;    // of these, of three bytes
  std::uint32_t refuse = 0;  // stretches that do not read
  std::uint64_t good = 0;    // characters that were read in those that do
  std::uint64_t holes = 0;   // and that were replaced
};

class Finder {
 public:
  Finder(std::string_view text, RepairKind kind, const Census& census)
      : text_(text), kind_(kind), census_(census) {
    if (kind != RepairKind::kUtf8AsGbk && kind != RepairKind::kUtf8AsBig5) return;
    const bool is_gbk = kind == RepairKind::kUtf8AsGbk;
    const Letters& letters = is_gbk ? census.letters_as_gbk : census.letters_as_big5;
    const std::vector<std::uint32_t>& wide = is_gbk ? census.as_gbk : census.as_big5;
    // All Han of the page are such: then it is no Chinese page.
    const std::uint64_t suspects = letters.count + 2 * wide.size();
    letters_ = letters.count >= kNeededLetters && suspects * 10 >= census.han * 9;
    if (!letters_) return;
    const std::size_t stretches = letters.at.size();
    plenty_ = stretches >= 3 && letters.count + 1 >= 2 * stretches;
    std::merge(wide.begin(), wide.end(), letters.at.begin(), letters.at.end(),
               std::back_inserter(both_));
  }

  DoubleDecoding find() {
    DoubleDecoding found;
    found.gate = {kind_, false, 0, needed()};
    std::vector<Piece> pieces;
    std::size_t done = 0;
    std::uint64_t wide = 0;
    for (const std::uint32_t trigger : triggers()) {
      if (trigger < done) continue;
      const std::size_t begin = begin_of(trigger, done), end = end_of(trigger);
      done = end;
      Piece piece = read(begin, end);
      found.gate.seen += piece.sure;
      wide += piece.wide;
      if (piece.sure > 0) pieces.push_back(std::move(piece));
    }
    found.gate.open = found.gate.seen >= found.gate.needed && convinces(found.gate.seen, wide);
    if (!found.gate.open) return found;
    for (const Piece& piece : pieces) add_edit(piece, found.edits);
    found.gate.open = !found.edits.empty();
    return found;
  }

 private:
  const std::vector<std::uint32_t>& triggers() const {
    switch (kind_) {
      case RepairKind::kUtf8AsGbk: return letters_ ? both_ : census_.as_gbk;
      case RepairKind::kUtf8AsBig5: return letters_ ? both_ : census_.as_big5;
      case RepairKind::kGbkAsLatin1: return census_.gbk_as_latin1;
      default: return census_.as_latin1;
    }
  }

  std::uint32_t needed() const {
    if (kind_ == RepairKind::kUtf8AsLatin1) return kNeededLatin;
    // An apostrophe read as GBK, and no other Han on the page.
    const bool wide = kind_ == RepairKind::kUtf8AsGbk || kind_ == RepairKind::kUtf8AsBig5;
    if (wide && census_.han <= kFewHan) return kNeededLatin;
    return kind_ == RepairKind::kGbkAsLatin1 ? kNeededGbk : kNeeded;
  }

  // Pairs of Latin letters happen to be UTF-8 here and there: then most letters stand alone.
  bool convinces(std::uint64_t sure, std::uint64_t wide) const {
    if (kind_ == RepairKind::kUtf8AsLatin1) return wide > 0 || sure * 2 >= census_.latin;
    if (kind_ == RepairKind::kGbkAsLatin1) return sure * 4 >= census_.latin;
    return true;
  }

  static bool is_border(char c) { return c == '\n' || c == '<' || c == '>'; }
  std::size_t begin_of(std::size_t at, std::size_t least) const {
    while (at > least && !is_border(text_[at - 1])) --at;
    return at;
  }
  std::size_t end_of(std::size_t at) const {
    while (at < text_.size() && !is_border(text_[at])) ++at;
    return at;
  }

  // The bytes of a character; -1: this charset has it not.
  int bytes_of(char32_t c) const {
    if (c < 0x80) return static_cast<int>(c);
    if (c == base::kReplacement) return kHole;
    if (kind_ == RepairKind::kUtf8AsLatin1 || kind_ == RepairKind::kGbkAsLatin1) {
      return latin_byte(c);
    }
    const ByteTable& table = kind_ == RepairKind::kUtf8AsGbk ? gbk() : big5();
    const unsigned bytes = table.bytes_of(c);
    return bytes == 0 ? -1 : static_cast<int>(bytes);
  }

  // Browsers read a lone 80 as the euro sign, GB18030 the pair A2 E3: the first ends a character of
  // UTF-8, the second opens one, and what follows shows which.
  int euro(std::size_t at, std::size_t end) const {
    const char32_t next = at < end ? base::next_code_point(text_, at) : 0;
    const unsigned lead = gbk().bytes_of(next) >> 8;
    const bool goes_on = next == base::kReplacement || (lead >= 0x80 && lead < 0xC0);
    return goes_on ? 0xA2E3 : 0x80;
  }

  // Cuts a line into stretches of characters that the charset has. UTF-8 is not in doubt about
  // ASCII, so stretches end there; a trail byte of GBK may be ASCII.
  Piece read(std::size_t begin, std::size_t end) const {
    Piece piece;
    const bool with_ascii = kind_ == RepairKind::kGbkAsLatin1;
    Units units;
    std::size_t from = begin;
    bool high = false;
    for (std::size_t at = begin; at < end;) {
      const std::size_t here = at;
      const char32_t c = base::next_code_point(text_, at);
      const int bytes = c == U'€' && kind_ == RepairKind::kUtf8AsGbk ? euro(at, end) : bytes_of(c);
      if (bytes < 0 || (c < 0x80 && !with_ascii)) {
        if (high) add_stretch(piece, from, here, units);
        units.clear();
        from = at;
        high = false;
        continue;
      }
      high = high || (c >= 0x80 && c != base::kReplacement);
      if (bytes > kHole) units.push_back(static_cast<Unit>(bytes >> 8));
      units.push_back(static_cast<Unit>(bytes > kHole ? bytes & 0xFF : bytes));
    }
    if (high) add_stretch(piece, from, end, units);
    return piece;
  }

  void add_stretch(Piece& piece, std::size_t begin, std::size_t end, const Units& units) const {
    Stretch stretch{begin, end, {}, 0, false};
    const bool gbk_meant = kind_ == RepairKind::kGbkAsLatin1;
    stretch.reading = gbk_meant ? read_gbk(units) : read_utf8(units);
    const Reading& reading = stretch.reading;
    if (reading.bad * 8 > reading.good) {
      ++piece.refuse;
      return;
    }
    const std::string_view was = text_.substr(begin, end - begin);
    const auto holes = std::count(units.begin(), units.end(), kHole);
    const double before = base::cost_in_bits(was, static_cast<std::uint32_t>(holes));
    const double after = base::cost_in_bits(reading.text, reading.lost);
    stretch.gain = before - after;
    stretch.sure = reading.good > 0 && stretch.gain >= kSureGain && is_sure(reading, before, after);
    if (reading.good > 0 && reading.lost + reading.bad == 0) {
      const bool letters = plenty_ || (letters_ && stretch.gain >= kSureLetter * reading.good);
      stretch.sure = stretch.sure || letters || gives_itself_away(begin, end);
    }
    if (ends_capitals(begin, end)) stretch.sure = false;
    piece.good += reading.good;
    piece.holes += static_cast<std::uint64_t>(holes);
    if (stretch.sure) {
      if (const auto twice = read_again(reading, begin, end)) stretch.reading.text = *twice;
      piece.sure += reading.good;
      piece.wide += reading.wide;
    }
    piece.stretches.push_back(std::move(stretch));
  }

  // What was encoded twice in a stretch that is beyond doubt: "Ã„â€¦", read once, is "Ä…", which is
  // UTF-8 read as Latin-1 and nothing else.
  std::optional<std::string> read_again(const Reading& once, std::size_t begin,
                                        std::size_t end) const {
    if (kind_ != RepairKind::kUtf8AsLatin1 || once.lost + once.bad > 0) return std::nullopt;
    const bool capital = begin > 0 && text_[begin - 1] >= 'A' && text_[begin - 1] <= 'Z';
    const bool mark = capital && !word_goes_on(end);  // see ends_capitals()
    if (mark && once.text.starts_with("Ã")) return std::nullopt;
    Units units;
    for (std::size_t at = 0; at < once.text.size();) {
      const int byte = latin_byte(base::next_code_point(once.text, at));
      if (byte < 0x80) return std::nullopt;
      units.push_back(static_cast<Unit>(byte));
    }
    Reading twice = read_utf8(units);
    if (twice.lost + twice.bad > 0) return std::nullopt;
    return std::move(twice.text);
  }

  // Sequences that no text is written with, whatever the bits say: "Â®", "caffÃ¨", "â€‘", "ðŸ”—"
  // read as Latin-1, and what "‑" and "🔗" begin with when read as GBK. A capital before the two
  // letters may be a word's: "AMANHÃ»".
  bool gives_itself_away(std::size_t begin, std::size_t end) const {
    const bool latin = kind_ == RepairKind::kUtf8AsLatin1;
    if (kind_ == RepairKind::kGbkAsLatin1) return false;
    for (std::size_t at = begin; at < end;) {
      const char32_t lead = base::next_code_point(text_, at);
      if (!latin) return opens_sign(lead) || (at == end && is_sign(lead, begin, end));
      const char32_t next = at < end ? base::next_code_point(text_, at) : 0;
      const int byte = latin_byte(next);
      std::size_t more = 0;
      if (lead == U'Â' || lead == U'Ã') {
        if (next < 0xA1 || next > 0xBF) return false;
      } else if (lead == U'â' && byte == 0x80) {
        more = 1;
      } else if (lead == U'ð' && byte == 0x9F) {
        more = 2;
      } else {
        return false;
      }
      while (more-- > 0 && at < end) base::next_code_point(text_, at);
    }
    return true;
  }

  // The first two bytes of a sign, U+2000 to U+283F, or of a picture.
  bool opens_sign(char32_t lead) const {
    const unsigned bytes = kind_ == RepairKind::kUtf8AsGbk ? gbk().bytes_of(lead) : 0;
    return (bytes >= 0xE280 && bytes <= 0xE2A0) || bytes == 0xF09F;
  }

  // One of Latin-1, on a page whose Han are all such letters.
  bool is_sign(char32_t han, std::size_t begin, std::size_t end) const {
    const int bytes = bytes_of(han);
    const bool sign = letters_ && (bytes >> 8 == 0xC2 || bytes >> 8 == 0xC3);
    return sign && stands_as_sign(static_cast<char32_t>((bytes >> 8 & 3) << 6 | (bytes & 0x3F)),
                                  text_, begin, end);
  }

  // "AMANHÃ»": a word's capital and a mark. Other capitals are no such pair, read as Latin-1, and
  // no word goes on behind the mark as "NÃ¶rd" does.
  bool ends_capitals(std::size_t begin, std::size_t end) const {
    if (kind_ != RepairKind::kUtf8AsLatin1 || begin == 0) return false;
    if (text_[begin - 1] < 'A' || text_[begin - 1] > 'Z') return false;
    std::size_t at = begin;
    const char32_t lead = base::next_code_point(text_, at);
    const char32_t next = at < end ? base::next_code_point(text_, at) : 0;
    return lead == U'Ã' && next >= 0xA1 && next <= 0xBF && at == end && !word_goes_on(end);
  }

  bool word_goes_on(std::size_t at) const {
    return at < text_.size() && text_[at] >= 'a' && text_[at] <= 'z';
  }

  // Of a long line that is mostly ASCII every pair must pay.
  bool is_sure(const Reading& reading, double before, double after) const {
    if (kind_ == RepairKind::kGbkAsLatin1) {
      return reading.bad == 0 && reading.good >= 2 && before - after >= 5.0 * reading.good;
    }
    if (reading.good < reading.lost) return false;
    return after <= kSureShare * before;
  }

  void add_edit(const Piece& piece, std::vector<Edit>& edits) const {
    if (piece.refuse > piece.stretches.size() || piece.holes > piece.good) return;
    Edit edit{kind_, 0, 0, {}, 0, false};
    for (const Stretch& stretch : piece.stretches) {
      if (stretch.gain < 0 && !stretch.sure) continue;
      const std::string_view was = text_.substr(stretch.begin, stretch.end - stretch.begin);
      if (stretch.reading.text == was) continue;
      if (edit.end == 0) {
        edit.begin = stretch.begin;
      } else {
        edit.after += text_.substr(edit.end, stretch.begin - edit.end);
      }
      edit.after += stretch.reading.text;
      edit.end = stretch.end;
      // A decoder that writes "?" for a cut character has swallowed what stood behind it.
      const bool swallowed = stretch.reading.cut && edit.end < text_.size() &&
                             text_[edit.end] == '?' && kind_ != RepairKind::kUtf8AsLatin1;
      if (swallowed) ++edit.end;
      edit.margin += stretch.gain;
      edit.uncertain = edit.uncertain || stretch.reading.lost > 0;
    }
    if (edit.end > 0) edits.push_back(std::move(edit));
  }

  std::string_view text_;
  RepairKind kind_;
  const Census& census_;
  bool letters_ = false;             // letters with marks, Greek or Cyrillic read as GBK
  bool plenty_ = false;              // and all but one of them stand where letters and signs do
  std::vector<std::uint32_t> both_;  // triggers, with those of letters_
};

}  // namespace

DoubleDecoding find_double_decoding(std::string_view text, RepairKind kind, const Census& census) {
  return Finder(text, kind, census).find();
}

}  // namespace tamis::repairing
