// SPDX-License-Identifier: Apache-2.0
#include "relate/figures.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <algorithm>
#include <tuple>

namespace tamis::relating {

namespace {

constexpr char16_t kNumber = u'#';              // in place of any number; no letter is '#'
constexpr std::size_t kBefore = 4, kAfter = 3;  // letters that make a place
constexpr std::size_t kMostDigits = 18;         // longer runs are serial numbers, not figures

FigureKind kind_of(char16_t unit) {
  switch (unit) {
    case u'年':
    case u'月':
    case u'日': return FigureKind::kDay;
    case u'时':
    case u'点':
    case u'分':
    case u'秒': return FigureKind::kClock;
    default: return FigureKind::kQuantity;
  }
}

// A lone Chinese numeral counts only in front of these: 三 is in many words.
bool counts_things(char16_t unit) {
  return unit == u'年' || unit == u'月' || unit == u'日' || unit == u'例' || unit == u'人' ||
         unit == u'名' || unit == u'时';
}

// The letters with one kNumber for every number, and where each stands.
struct Blanked {
  std::u16string letters;
  std::vector<std::size_t> at;

  explicit Blanked(const Canonical& canonical) {
    std::size_t from = 0;
    letters.reserve(canonical.letters.size());
    for (const CanonicalNumber& number : canonical.numbers) {
      letters.append(canonical.letters, from, number.begin - from);
      at.push_back(letters.size());
      letters += kNumber;
      from = number.end;
    }
    letters.append(canonical.letters, from);
  }

  std::uint64_t place_of(std::size_t number) const {
    const std::size_t begin = at[number] < kBefore ? 0 : at[number] - kBefore;
    const std::size_t end = std::min(letters.size(), at[number] + 1 + kAfter);
    // At the end of a text that may be cut there is no telling what follows.
    const std::uint64_t seed = at[number] + 1 + kAfter > letters.size() ? 1 + at[number] : 0;
    return base::hash64(
        {reinterpret_cast<const char*>(letters.data() + begin), (end - begin) * sizeof(char16_t)},
        seed);
  }
};

std::string utf8_of(std::u16string_view letters) {
  std::string out;
  for (const char16_t c : letters) base::append_utf8(out, c);
  return out;
}

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

std::vector<Figure> figures_of(const Canonical& canonical) {
  std::vector<Figure> out;
  const Blanked blanked(canonical);
  for (std::size_t n = 0; n < canonical.numbers.size() && out.size() < kMostFigures; ++n) {
    const CanonicalNumber& number = canonical.numbers[n];
    const std::u16string_view letters = canonical.letters;
    const std::u16string_view value = letters.substr(number.begin, number.end - number.begin);
    const char16_t unit =
        number.joined && number.end < letters.size() ? letters[number.end] : u'\0';
    if (value.size() > kMostDigits || (number.spelled && !counts_things(unit))) continue;
    Figure figure;
    figure.value = utf8_of(value);
    if (unit != 0) base::append_utf8(figure.unit, unit);
    figure.kind = kind_of(unit);
    figure.place = blanked.place_of(n);
    figure.at = number.begin;
    out.push_back(std::move(figure));
  }
  return out;
}

std::vector<PlaceName> places_of(const Canonical& canonical, const Canon& canon) {
  std::vector<PlaceName> out;
  const std::u16string_view letters = canonical.letters;
  for (std::size_t i = 0; i < letters.size() && out.size() < kMostFigures;) {
    const std::size_t n = canon.place_at(letters, i);
    if (n > 0) out.push_back({std::u16string(letters.substr(i, n)), static_cast<std::uint32_t>(i)});
    i += std::max<std::size_t>(n, 1);
  }
  return out;
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
  std::vector<std::pair<std::uint32_t, std::string>> conflicts;  // by place in a
  pair_off(
      rest_a, rest_b, [](const Figure& f) { return f.place; },
      [&](const Figure& x, const Figure& y) {
        ++match.conflicts;
        match.days_a += x.kind == FigureKind::kDay;
        match.days_b += y.kind == FigureKind::kDay;
        match.lead_days += x.kind == FigureKind::kDay && x.at < kLead && y.at < kLead;
        match.quantity_conflicts += x.kind == FigureKind::kQuantity;
        conflicts.emplace_back(x.at, shown(x) + "|" + shown(y));
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
  std::sort(conflicts.begin(), conflicts.end());
  for (auto& conflict : conflicts) list(match.differing, std::move(conflict.second));
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
