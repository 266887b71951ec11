// SPDX-License-Identifier: Apache-2.0
#include "assemble/dates.h"

#include "assemble/date_grammar.h"
#include "base/tokens.h"
#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxDates = 8;

// A bound on the words of a table: the spaces in it.
std::size_t word_count(const Table& table, std::size_t column) {
  std::size_t count = 0;
  for (const Row& row : table.rows)
    count += 1 + static_cast<std::size_t>(
                     std::count(row.fields[column].begin(), row.fields[column].end(), ' '));
  return count;
}

// The offset in minutes that "+0800" names; fails where it is none.
int offset_of(const Table& table, const Row& row, const std::string& value) {
  int number = 0;
  const auto [end, error] = std::from_chars(value.data() + 1, value.data() + value.size(), number);
  if (value.size() != 5 || error != std::errc() || end != value.data() + 5)
    rules::fail_at(table, row.line, "'" + value + "' is no zone: +0800");
  const int minutes = number / 100 * 60 + number % 100;
  return value[0] == '-' ? -minutes : minutes;
}

}  // namespace

DateReader::DateReader(const Rules& rules)
    : words_(word_count(rules.table("dates"), rules::column(rules.table("dates"), "words"))) {
  const Table& table = rules.table("dates");
  const std::size_t kind = rules::column(table, "kind"), value = rules::column(table, "value");
  const std::size_t words = rules::column(table, "words");
  for (const Row& row : table.rows) {
    DateWord meaning;
    const std::string& name = row.fields[kind];
    if (name == "month") {
      meaning.month = static_cast<std::int8_t>(std::atoi(row.fields[value].c_str()));
      if (meaning.month < 1 || meaning.month > 12)
        rules::fail_at(table, row.line, "'" + row.fields[value] + "' is no month");
    } else if (name == "zone") {
      meaning.zone = offset_of(table, row, row.fields[value]);
    } else if (name == "filler" || name == "am" || name == "pm") {
      (name == "filler" ? meaning.filler : name == "am" ? meaning.am : meaning.pm) = true;
    } else {
      rules::fail_at(table, row.line, "'" + name + "' is no kind of date word");
    }
    // A word may be two things: "mar" (month, weekday).
    base::each_token(row.fields[words], [&](std::string_view word) {
      DateWord& known = words_.at(word);
      if (known.month == 0) known.month = meaning.month;
      known.filler |= meaning.filler;
      known.am |= meaning.am;
      known.pm |= meaning.pm;
      if (known.zone == kNoZone) known.zone = meaning.zone;
    });
  }
}

const DateWord* DateReader::word(std::string_view word) const {
  if (word.size() > 40) return nullptr;
  return words_.find(base::fold_case(word));
}

std::vector<FoundDate> DateReader::find_all(std::string_view text, DayOrder order,
                                            YearDigits digits) const {
  const DateGrammar grammar(*this, text, order, false, digits);
  std::vector<FoundDate> found;
  for (std::size_t at = 0; at < grammar.size() && found.size() < kMaxDates;) {
    const std::optional<DateSpan> span = grammar.date_at(at);
    if (span) found.push_back(grammar.found(*span));
    at = span ? span->last : at + 1;
  }
  return found;
}

std::optional<Moment> DateReader::issue(std::string_view text) const {
  const DateGrammar grammar(*this, text, DayOrder::kUnknown, false);
  for (std::size_t at = 0; at < grammar.size(); ++at)
    if (const std::optional<Moment> found = grammar.issue_at(at)) return found;
  return std::nullopt;
}

std::optional<Moment> DateReader::read_value(std::string_view value, DayOrder order) const {
  const DateGrammar grammar(*this, value.substr(0, 200), order, true);
  for (std::size_t at = 0; at < grammar.size(); ++at)
    if (const std::optional<DateSpan> span = grammar.date_at(at)) return span->moment;
  return std::nullopt;
}

}  // namespace tamis::assembly
