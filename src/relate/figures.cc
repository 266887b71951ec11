// SPDX-License-Identifier: Apache-2.0
#include "relate/figures.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace tamis::relating {

namespace {

constexpr char32_t kNumber = '#';               // in place of any number; no letter is '#'
constexpr std::size_t kBefore = 4, kAfter = 3;  // letters that make a place
constexpr std::size_t kMostDigits = 18;         // longer runs are serial numbers, not figures

bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_magnitude(char32_t c) {
  return c == U'百' || c == U'千' || c == U'万' || c == U'亿' || c == U'萬' || c == U'億';
}

FigureKind kind_of(char32_t unit) {
  switch (unit) {
    case U'年':
    case U'月':
    case U'日':
    case U'号':
    case U'號': return FigureKind::kDay;
    case U'时':
    case U'時':
    case U'点':
    case U'點':
    case U'分': return FigureKind::kClock;
    default: return FigureKind::kQuantity;
  }
}

bool ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

struct Found {
  Figure figure;
  std::size_t at;  // its kNumber in the letters
};

// One pass over the text: letters (numbers blanked, marks and spaces out) and figures.
class Reader {
 public:
  explicit Reader(std::string_view utf8) {
    text_.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();) {
      text_ += base::fold_width(base::next_code_point(utf8, at));
    }
  }

  std::vector<Figure> read() {
    letters_.reserve(text_.size());
    while (at_ < text_.size() && found_.size() < kMostFigures) {
      const char32_t c = text_[at_];
      if (is_latin(c)) {
        read_name();
      } else if (ascii_digit(c)) {
        read_number();
      } else {
        if (base::is_letter_or_digit(c)) letters_ += c;
        ++at_;
      }
    }
    std::vector<Figure> out;
    out.reserve(found_.size());
    for (Found& found : found_) {
      found.figure.place = place_of(found.at);
      out.push_back(std::move(found.figure));
    }
    return out;
  }

 private:
  char32_t ahead(std::size_t n) const { return at_ + n < text_.size() ? text_[at_ + n] : 0; }

  // Latin letters with the digits in them.
  void read_name() {
    for (; is_latin(ahead(0)) || ascii_digit(ahead(0)); ++at_) {
      letters_ += base::fold_case(text_[at_]);
    }
  }

  // "1,234.50" and "１２３４．５" are 1234.5; a comma groups only before exactly three digits.
  std::string read_digits() {
    std::string digits;
    bool fraction = false;
    for (; at_ < text_.size(); ++at_) {
      const char32_t c = text_[at_];
      if (ascii_digit(c)) {
        digits += static_cast<char>(c);
      } else if (c == '.' && !fraction && ascii_digit(ahead(1))) {
        digits += '.';
        fraction = true;
      } else if (!(c == ',' && !fraction && ascii_digit(ahead(1)) && ascii_digit(ahead(2)) &&
                   ascii_digit(ahead(3)) && !ascii_digit(ahead(4)))) {
        break;
      }
    }
    if (fraction) digits.erase(digits.find_last_not_of('0') + 1);
    if (!digits.empty() && digits.back() == '.') digits.pop_back();
    const std::size_t zeros = digits.find_first_not_of('0');
    if (zeros == std::string::npos) return "0";
    digits.erase(0, zeros);
    return digits[0] == '.' ? "0" + digits : digits;
  }

  void read_number() {
    Found found;
    found.at = letters_.size();
    found.figure.value = read_digits();
    letters_ += kNumber;
    std::size_t next = 0;
    while (base::is_space(ahead(next)) && next < 2) ++next;
    const char32_t c = ahead(next);
    if (c == '%' || c == U'‰' || c == U'℃' || base::is_cjk(c)) {
      base::append_utf8(found.figure.unit, c);
      const char32_t after = ahead(next + 1);
      if (is_magnitude(c) && base::is_cjk(after)) base::append_utf8(found.figure.unit, after);
      found.figure.kind = kind_of(c);
    }
    if (found.figure.value.size() <= kMostDigits) found_.push_back(std::move(found));
  }

  std::uint64_t place_of(std::size_t at) const {
    const std::size_t begin = at < kBefore ? 0 : at - kBefore;
    const std::size_t end = std::min(letters_.size(), at + 1 + kAfter);
    return base::hash64(
        {reinterpret_cast<const char*>(letters_.data() + begin), (end - begin) * sizeof(char32_t)});
  }

  std::u32string text_, letters_;
  std::size_t at_ = 0;
  std::vector<Found> found_;
};

std::string shown(const Figure& figure) {
  return figure.value + figure.unit;
}

using Pointers = std::vector<const Figure*>;

Pointers pointers_to(const std::vector<Figure>& figures) {
  Pointers out;
  for (const Figure& figure : figures) out.push_back(&figure);
  return out;
}

// Pairs equals of the two lists (multisets under `key`), in order of appearance; what found no
// partner stays, in order.
template <class Key, class Paired>
void pair_off(Pointers& a, Pointers& b, Key key, Paired paired) {
  const auto by_key = [&](const Figure* x, const Figure* y) { return key(*x) < key(*y); };
  Pointers sorted_a = a, sorted_b = b;
  std::stable_sort(sorted_a.begin(), sorted_a.end(), by_key);
  std::stable_sort(sorted_b.begin(), sorted_b.end(), by_key);
  Pointers gone;
  for (std::size_t i = 0, j = 0; i < sorted_a.size() && j < sorted_b.size();) {
    if (by_key(sorted_a[i], sorted_b[j])) {
      ++i;
    } else if (by_key(sorted_b[j], sorted_a[i])) {
      ++j;
    } else {
      paired(*sorted_a[i], *sorted_b[j]);
      gone.push_back(sorted_a[i++]);
      gone.push_back(sorted_b[j++]);
    }
  }
  std::sort(gone.begin(), gone.end());
  const auto is_gone = [&](const Figure* figure) {
    return std::binary_search(gone.begin(), gone.end(), figure);
  };
  std::erase_if(a, is_gone);
  std::erase_if(b, is_gone);
}

void list(std::vector<std::string>& out, std::string text) {
  if (out.size() < kMostListed) out.push_back(std::move(text));
}

}  // namespace

std::vector<Figure> figures_of(std::string_view utf8) {
  return Reader(utf8).read();
}

FigureMatch match_figures(const std::vector<Figure>& a, const std::vector<Figure>& b) {
  FigureMatch match;
  Pointers rest_a = pointers_to(a), rest_b = pointers_to(b);
  std::vector<const Figure*> agreeing;
  const auto agree = [&](const Figure& x, const Figure&) {
    ++match.agree;
    match.days_agree += x.kind == FigureKind::kDay;
    match.quantity_agree += x.kind == FigureKind::kQuantity;
    agreeing.push_back(&x);
  };
  // The same figure in the same place first, so that a value that also moved is not taken for it.
  pair_off(
      rest_a, rest_b, [](const Figure& f) { return std::tie(f.place, f.value); }, agree);
  // Then what stands in one place with two values, before stray equal values hide it.
  std::vector<std::string> conflicts;
  pair_off(
      rest_a, rest_b, [](const Figure& f) { return f.place; },
      [&](const Figure& x, const Figure& y) {
        ++match.conflicts;
        match.days_a += x.kind == FigureKind::kDay;
        match.days_b += y.kind == FigureKind::kDay;
        match.quantity_conflicts += x.kind == FigureKind::kQuantity;
        list(conflicts, shown(x) + "|" + shown(y));
      });
  match.only_a = match.only_b = match.conflicts;
  pair_off(
      rest_a, rest_b, [](const Figure& f) { return std::tie(f.value, f.unit); }, agree);
  pair_off(
      rest_a, rest_b, [](const Figure& f) { return std::string_view(f.value); }, agree);
  match.only_a += static_cast<std::uint32_t>(rest_a.size());
  match.only_b += static_cast<std::uint32_t>(rest_b.size());
  std::sort(agreeing.begin(), agreeing.end());
  for (const Figure* figure : agreeing) list(match.agreeing, shown(*figure));
  match.differing = std::move(conflicts);
  for (const Figure* figure : rest_a) {
    match.days_a += figure->kind == FigureKind::kDay;
    list(match.differing, shown(*figure) + "|");
  }
  for (const Figure* figure : rest_b) {
    match.days_b += figure->kind == FigureKind::kDay;
    list(match.differing, "|" + shown(*figure));
  }
  return match;
}

}  // namespace tamis::relating
