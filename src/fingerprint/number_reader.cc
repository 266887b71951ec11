// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/number_reader.h"

#include "base/utf8.h"

#include <array>
#include <cstdint>
#include <optional>

namespace tamis::fingerprinting {

namespace {

constexpr std::size_t kAhead = 64;
constexpr int kMostDigits = 17;  // what a 64-bit count holds; longer runs are serial numbers

int digit_of(char16_t c) {
  switch (c) {
    case u'〇':
    case u'零': return 0;
    case u'一': return 1;
    case u'二':
    case u'两': return 2;
    case u'三': return 3;
    case u'四': return 4;
    case u'五': return 5;
    case u'六': return 6;
    case u'七': return 7;
    case u'八': return 8;
    case u'九': return 9;
    default: return -1;
  }
}

// 10 to the power of this; 0: no magnitude.
int power_of(char16_t c) {
  switch (c) {
    case u'十': return 1;
    case u'百': return 2;
    case u'千': return 3;
    case u'万': return 4;
    case u'亿': return 8;
    default: return 0;
  }
}

bool ascii_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}

std::uint64_t ten_to(int power) {
  std::uint64_t out = 1;
  while (power-- > 0) out *= 10;
  return out;
}

// value / 10^scale
struct Amount {
  std::uint64_t value = 0;
  int scale = 0;
};

// The characters ahead, folded, and where each ends; it stops behind the first that no number has.
class Window {
 public:
  Window(std::string_view utf8, std::size_t at, const Canon::Tables& tables) {
    ends_[0] = at;
    while (size_ < kAhead && at < utf8.size()) {
      const char32_t c = base::next_code_point(utf8, at);
      const char16_t folded = c < Canon::Tables::kPlane ? tables.folded[c] : u'\0';
      letters_[size_++] = folded;
      ends_[size_] = at;
      if (!may_go_on(folded)) break;
    }
  }
  char16_t operator[](std::size_t i) const { return i < size_ ? letters_[i] : u'\0'; }
  std::size_t end(std::size_t i) const { return ends_[i]; }  // of the first i characters

 private:
  static bool may_go_on(char16_t c) {
    return ascii_digit(c) || digit_of(c) >= 0 || power_of(c) > 0 || c == u'.' || c == u',' ||
           c == u':' || c == u'-' || c == u'/' || c == u' ' || c == u'分' || c == u'之';
  }
  std::array<char16_t, kAhead> letters_;
  std::array<std::size_t, kAhead + 1> ends_;
  std::size_t size_ = 0;
};

class Parser {
 public:
  explicit Parser(const Window& window) : w_(window) {}

  std::vector<ReadPart> read() {
    if (ascii_digit(w_[0])) {
      if (read_date() || read_clock()) return std::move(parts_);
    } else if (w_[0] == u'百') {
      if (w_[1] != u'分' || w_[2] != u'之') return {};
      at_ = 3;
      if (!ascii_digit(w_[3]) && digit_of(w_[3]) < 0 && w_[3] != u'十') return {};
      read_amount();
      if (parts_.empty()) return {};
      parts_.back().spelled = false;
      if (parts_.back().letters.back() != u'%') parts_.back().letters += u'%';
      return std::move(parts_);
    }
    read_amount();
    return std::move(parts_);
  }
  std::size_t used() const { return at_; }

 private:
  void put_number(std::uint64_t value) {
    std::u16string letters;
    for (const char c : std::to_string(value)) letters += static_cast<char16_t>(c);
    parts_.push_back({std::move(letters), true, false});
  }
  void put_word(char16_t c) { parts_.push_back({std::u16string(1, c), false, false}); }

  // One to `most` digits at i; the number of them.
  std::size_t digits_at(std::size_t i, std::size_t most, std::uint64_t& value) const {
    std::size_t n = 0;
    for (value = 0; n < most && ascii_digit(w_[i + n]); ++n) {
      value = value * 10 + static_cast<std::uint64_t>(w_[i + n] - u'0');
    }
    return n;
  }

  // 2020-01-03, 2020/1/3, 2020.1.3
  bool read_date() {
    std::uint64_t year = 0, month = 0, day = 0;
    if (digits_at(0, 5, year) != 4 || year < 1900 || year > 2099) return false;
    const char16_t mark = w_[4];
    if (mark != u'-' && mark != u'/' && mark != u'.') return false;
    const std::size_t months = digits_at(5, 3, month), second = 5 + months;
    if (months == 0 || months > 2 || month < 1 || month > 12 || w_[second] != mark) return false;
    const std::size_t days = digits_at(second + 1, 3, day);
    if (days == 0 || days > 2 || day < 1 || day > 31) return false;
    put_number(year);
    put_word(u'年');
    put_number(month);
    put_word(u'月');
    put_number(day);
    put_word(u'日');
    at_ = second + 1 + days;
    return true;
  }

  // 10:30, 10:30:05
  bool read_clock() {
    std::uint64_t hours = 0, minutes = 0, seconds = 0;
    const std::size_t n = digits_at(0, 3, hours);
    if (n == 0 || n > 2 || hours > 24 || w_[n] != u':') return false;
    if (digits_at(n + 1, 3, minutes) != 2 || minutes > 59) return false;
    at_ = n + 3;
    put_number(hours);
    put_word(u'时');
    put_number(minutes);
    put_word(u'分');
    if (w_[at_] == u':' && digits_at(at_ + 1, 3, seconds) == 2 && seconds < 60) {
      put_number(seconds);
      put_word(u'秒');
      at_ += 3;
    }
    return true;
  }

  void read_amount() {
    const std::size_t start = at_;
    if (ascii_digit(w_[at_])) {
      read_arabic();
    } else {
      read_chinese();
    }
    if (parts_.empty()) {
      at_ = start;
      return;
    }
    if (w_[at_] == u'%') {
      parts_.back().letters += u'%';
      ++at_;
    }
  }

  // Digits, their groups and their fraction; none when there are too many.
  std::optional<Amount> read_digits() {
    Amount amount;
    int digits = 0;
    bool fraction = false;
    for (;; ++at_) {
      const char16_t c = w_[at_];
      if (ascii_digit(c)) {
        amount.value = amount.value * 10 + static_cast<std::uint64_t>(c - u'0');
        amount.scale += fraction ? 1 : 0;
        digits += digits > 0 || c != u'0' ? 1 : 0;
        if (digits > kMostDigits) return std::nullopt;
      } else if (c == u'.' && !fraction && ascii_digit(w_[at_ + 1])) {
        fraction = true;
      } else if (!(c == u',' && !fraction && ascii_digit(w_[at_ + 1]) && ascii_digit(w_[at_ + 2]) &&
                   ascii_digit(w_[at_ + 3]) && !ascii_digit(w_[at_ + 4]))) {
        break;
      }
    }
    for (; amount.scale > 0 && amount.value % 10 == 0; --amount.scale) amount.value /= 10;
    return amount;
  }

  // 1.5万, 3亿2000万: the parts are added up while they get smaller.
  void read_arabic() {
    const std::size_t start = at_;
    Amount total;
    for (int above = 99;;) {
      const std::size_t part = at_;
      std::optional<Amount> amount = read_digits();
      if (!amount) {
        at_ = start;
        put_serial();
        return;
      }
      const std::size_t behind = at_ + (w_[at_] == u' ' && power_of(w_[at_ + 1]) > 1 ? 1 : 0);
      int power = 0;
      std::size_t end = behind;
      while (power_of(w_[end]) > 1 && power + power_of(w_[end]) <= 12) power += power_of(w_[end++]);
      if (power == 0 && above < 99) {  // "3万5人" is 3万 and 5, not 30005
        at_ = part;
        break;
      }
      if (!add(total, *amount, power)) {
        at_ = part == start ? behind : part;
        if (part == start) add(total, *amount, 0);
        break;
      }
      at_ = power > 0 ? end : at_;
      if (power == 0 || power >= above || !ascii_digit(w_[at_])) break;
      above = power;
    }
    put_amount(total);
  }

  static bool add(Amount& total, Amount part, int power) {
    for (; power > 0 && part.scale > 0; --power) --part.scale;
    if (power > 0 && part.value >= ten_to(kMostDigits + 1 - power)) return false;
    part.value *= ten_to(power);
    if (part.scale > total.scale) {
      if (total.value >= ten_to(kMostDigits + 1 - (part.scale - total.scale))) return false;
      total.value *= ten_to(part.scale - total.scale);
      total.scale = part.scale;
    }
    total.value += part.value * ten_to(total.scale - part.scale);
    return true;
  }

  void put_amount(const Amount& amount) {
    std::string digits = std::to_string(amount.value);
    if (amount.scale > 0) {
      const auto scale = static_cast<std::size_t>(amount.scale);
      if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
      digits.insert(digits.size() - scale, 1, '.');
    }
    parts_.push_back({std::u16string(digits.begin(), digits.end()), true, false});
  }

  // As it is written.
  void put_serial() {
    std::u16string letters;
    while (ascii_digit(w_[at_])) letters += w_[at_++];
    parts_.push_back({std::move(letters), true, false});
  }

  void read_chinese() {
    std::size_t end = at_;
    bool powers = false;
    for (; digit_of(w_[end]) >= 0 || power_of(w_[end]) > 0; ++end) {
      if (w_[end] == u'两' && end > at_) break;
      powers |= power_of(w_[end]) > 0;
    }
    const std::size_t length = end - at_;
    if (length == 0 || length > 20) return;
    if (!powers) {  // 二〇二〇: digit by digit
      std::u16string letters;
      for (; at_ < end; ++at_) letters += static_cast<char16_t>(u'0' + digit_of(w_[at_]));
      parts_.push_back({std::move(letters), true, length == 1});
      return;
    }
    put_number(value_of(at_, end));
    parts_.back().spelled = length == 1;
    at_ = end;
  }

  // 十五, 三千五, 一万零二百. What is not well-formed gives a number as well, always the same.
  std::uint64_t value_of(std::size_t begin, std::size_t end) const {
    std::uint64_t total = 0, section = 0, digit = 0;
    bool has_digit = false, zero = false;
    int last = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const int power = power_of(w_[i]);
      if (power == 0) {
        digit = static_cast<std::uint64_t>(digit_of(w_[i]));
        has_digit = true;
        zero = digit == 0;
        continue;
      }
      if (power >= 4) {
        section += digit;
        if (section == 0) section = 1;
        total = (total + section) * (total + section < ten_to(8) ? ten_to(power) : 1);
        section = 0;
      } else {
        section += (has_digit && digit > 0 ? digit : 1) * ten_to(power);
      }
      digit = 0;
      has_digit = zero = false;
      last = power;
    }
    // 一百二 is 120
    const bool short_form = has_digit && !zero && last >= 2 && digit_of(w_[end - 2]) < 0;
    return total + section + (short_form ? digit * ten_to(last - 1) : digit);
  }

  const Window& w_;
  std::size_t at_ = 0;
  std::vector<ReadPart> parts_;
};

}  // namespace

ReadNumber read_number(std::string_view utf8, std::size_t at, const Canon::Tables& tables) {
  const Window window(utf8, at, tables);
  Parser parser(window);
  ReadNumber number;
  number.parts = parser.read();
  number.end = window.end(parser.used());
  if (parser.used() == 0) number.parts.clear();
  return number;
}

}  // namespace tamis::fingerprinting
