// SPDX-License-Identifier: Apache-2.0
#include "fingerprint/canon_tables.h"

#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>

namespace tamis {

namespace {

using fingerprinting::Class;

constexpr std::u16string_view kNumerals = u"〇零一二三四五六七八九十两";

Class class_of(char16_t c) {
  if (c >= u'0' && c <= u'9') return Class::kDigit;
  if (c >= u'a' && c <= u'z') return Class::kLatin;
  if (c == u'百') return Class::kHundred;
  if (c == u'号') return Class::kDaySign;
  if (kNumerals.find(c) != std::u16string_view::npos) return Class::kNumeral;
  return base::is_letter_or_digit(c) ? Class::kPlain : Class::kDropped;
}

std::vector<std::string> words_of(const std::string& field) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < field.size();) {
    const std::size_t end = std::min(field.find(' ', at), field.size());
    if (end > at) out.push_back(field.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

void read_traditional(const Table& table, Canon::Tables& tables) {
  const std::size_t simplified = rules::column(table, "simplified");
  const std::size_t traditional = rules::column(table, "traditional");
  for (const Row& row : table.rows) {
    std::size_t at = 0;
    const std::string& to = row.fields[simplified];
    const char32_t target = to.empty() ? 0 : base::next_code_point(to, at);
    if (target == 0 || at != to.size() || target >= Canon::Tables::kPlane) {
      rules::fail_at(table, row.line, "'" + to + "' is not one character");
    }
    const std::string& from = row.fields[traditional];
    for (at = 0; at < from.size();) {
      const char32_t c = base::next_code_point(from, at);
      if (!base::is_han(c) || c >= Canon::Tables::kPlane) {
        rules::fail_at(table, row.line, "'" + from + "' is not of Chinese characters");
      }
      tables.folded[c] = static_cast<char16_t>(target);
      tables.classes[c] = class_of(static_cast<char16_t>(target));
    }
  }
}

void read_matching(const Table& table, Canon::Tables& tables) {
  const std::size_t kind = rules::column(table, "kind"), words = rules::column(table, "words");
  for (const Row& row : table.rows) {
    const std::string& name = row.fields[kind];
    std::vector<std::string>* list = name == "more"       ? &tables.more
                                     : name == "credit"   ? &tables.credits
                                     : name == "byline"   ? &tables.bylines
                                     : name == "agency"   ? &tables.agencies
                                     : name == "dateline" ? &tables.dateline_ends
                                     : name == "frame"    ? &tables.frames
                                                          : nullptr;
    if (list == nullptr) rules::fail_at(table, row.line, "'" + name + "' is no kind");
    for (std::string& word : words_of(row.fields[words])) {
      list->push_back(base::fold_case(base::fold_width(word)));
    }
  }
  for (auto* list : {&tables.more, &tables.credits, &tables.bylines, &tables.agencies,
                     &tables.dateline_ends, &tables.frames}) {
    std::sort(list->begin(), list->end(), [](const std::string& x, const std::string& y) {
      return x.size() != y.size() ? x.size() > y.size() : x < y;
    });
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

void read_places(const Table& table, Canon::Tables& tables) {
  const std::size_t words = rules::column(table, "words");
  for (const Row& row : table.rows) {
    for (const std::string& word : words_of(row.fields[words])) {
      std::u16string letters;
      for (std::size_t at = 0; at < word.size();) {
        const char32_t c = base::next_code_point(word, at);
        if (c >= Canon::Tables::kPlane || tables.classes[c] == Class::kDropped) {
          rules::fail_at(table, row.line, "'" + word + "' is no name of a place");
        }
        letters += tables.folded[c];
      }
      if (letters.size() < 2) continue;  // too many words have it
      tables.place_lengths[Canon::Tables::two_letters(letters[0], letters[1])] |=
          static_cast<std::uint16_t>(1u << std::min<std::size_t>(letters.size(), 15));
      tables.longest_place = std::max(tables.longest_place, letters.size());
      tables.places.insert(std::move(letters));
    }
  }
}

}  // namespace

Canon::Tables::Tables() {
  for (std::size_t i = 0; i < kPlane; ++i) {
    const char32_t c = base::fold_case(base::fold_width(static_cast<char32_t>(i)));
    folded[i] = static_cast<char16_t>(c);
    classes[i] = class_of(static_cast<char16_t>(c));
  }
  folded[u'號'] = u'号';
  classes[u'號'] = Class::kDaySign;
}

void Canon::Tables::read(const Rules& rules) {
  read_traditional(rules.table("traditional"), *this);
  read_matching(rules.table("matching"), *this);
  read_places(rules.table("places"), *this);
}

Canon::Canon() : tables_(std::make_shared<const Tables>()) {}

Canon::Canon(const Rules& rules) {
  auto tables = std::make_shared<Tables>();
  tables->read(rules);
  tables_ = std::move(tables);
}

std::size_t Canon::place_at(std::u16string_view letters, std::size_t at) const {
  if (at + 1 >= letters.size()) return 0;
  const unsigned lengths =
      tables_->place_lengths[Tables::two_letters(letters[at], letters[at + 1])];
  if (lengths == 0) return 0;
  for (std::size_t n = std::min(tables_->longest_place, letters.size() - at); n > 1; --n) {
    const bool any = (lengths >> std::min<std::size_t>(n, 15) & 1) != 0;
    if (any && tables_->places.contains(letters.substr(at, n))) return n;
  }
  return 0;
}

}  // namespace tamis
