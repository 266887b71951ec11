// SPDX-License-Identifier: Apache-2.0
#include "tamis/difference.h"

#include "base/utf8.h"
#include "difference/lines.h"
#include "tamis/result.h"

#include <algorithm>

namespace tamis {

using difference::changed_letters;
using difference::changed_lines;
using difference::LineChange;
using difference::lines_of;

namespace {

constexpr std::size_t kTypoLetters = 4;  // in one place
constexpr std::size_t kTypoPlaces = 3;
constexpr double kLittleLeft = 0.3;          // of the new text is in the old one: another article
constexpr std::size_t kNoticeLetters = 200;  // a text so short may be a notice altogether

std::size_t letters_in(const std::vector<std::string>& lines) {
  std::size_t sum = 0;
  for (const std::string& line : lines) sum += base::count_code_points(line);
  return sum;
}

Entry entry_of(const char* id, const std::string& text, const Canon& canon) {
  Entry entry;
  entry.id = id;
  entry.print = fingerprint(text, canon);
  entry.characters = static_cast<std::uint32_t>(base::count_code_points(text));
  return entry;
}

// Figures of the old text before the bar, of the new one behind it.
void read_facts(Relation relation, Difference& made) {
  const bool later_is_a = relation.a == 1;
  for (std::string& fact : relation.evidence.differ) {
    const std::size_t bar = fact.find('|');
    if (later_is_a && bar != fact.npos) fact = fact.substr(bar + 1) + "|" + fact.substr(0, bar);
  }
  made.facts = std::move(relation.evidence.differ);
  const Evidence& shingles = relation.evidence;
  const double only_new = later_is_a ? shingles.only_a : shingles.only_b;
  const double all = shingles.shared + only_new;
  made.score = all > 0 ? shingles.shared / all : 1;
}

struct Edits {
  std::size_t places = 0, most = 0;  // lines changed in place; letters of the largest change
};

// Lines pair up in order: of an article that is put right most lines stay.
Edits edits_of(const LineChange& change) {
  Edits edits;
  edits.places = std::min(change.removed.size(), change.added.size());
  for (std::size_t n = 0; n < edits.places; ++n)
    edits.most = std::max(edits.most, changed_letters(change.removed[n], change.added[n]));
  return edits;
}

DifferenceKind kind_of(const LineChange& change, const Difference& made) {
  const auto replaced = [](const std::string& fact) {
    return fact.find('|') != 0 && !fact.ends_with('|');
  };
  const bool other_figures = std::any_of(made.facts.begin(), made.facts.end(), replaced);
  const Edits edits = edits_of(change);
  const bool in_place = change.removed.size() == change.added.size();
  if (in_place && made.facts.empty() && edits.places <= kTypoPlaces && edits.most <= kTypoLetters)
    return DifferenceKind::kTypo;
  if (made.score < kLittleLeft && letters_in(change.added) > kNoticeLetters)
    return DifferenceKind::kRewrite;
  const std::size_t out = letters_in(change.removed);
  const std::size_t in = letters_in(change.added);
  // Whole lines more, or lines that grew: what was said stands.
  if (in > out && !other_figures && (change.removed.empty() || in >= 2 * out))
    return DifferenceKind::kLaterFacts;
  if (in > 2 * out && change.added.size() > change.removed.size())
    return DifferenceKind::kLaterFacts;
  return DifferenceKind::kCorrection;
}

}  // namespace

const char* difference_name(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::kSame: return "none";
    case DifferenceKind::kTypo: return "typo";
    case DifferenceKind::kCorrection: return "correction";
    case DifferenceKind::kLaterFacts: return "later-facts";
    case DifferenceKind::kRetraction: return "retraction";
    case DifferenceKind::kRewrite: return "rewrite";
    case DifferenceKind::kGone: return "gone";
    case DifferenceKind::kBack: return "back";
  }
  return "";
}

Differ::Differ(const Rules& rules) : canon_(rules) {
  const Table& table = rules.table("changes");
  for (const Row& row : table.rows) {
    if (row.fields.size() != 2 || row.fields[0] != "retraction" || row.fields[1].empty())
      throw Failure("changes.tsv:" + std::to_string(row.line) +
                    ": wants retraction, a tab and words");
    retractions_.push_back(base::fold_case(row.fields[1]));
  }
}

// In the title, in the first line or the last, or anywhere in a text that is a notice altogether:
// an article about somebody else's retraction tells of it in the middle.
bool Differ::takes_back(const Reading& reading) const {
  std::string places = reading.title + "\n";
  const std::vector<std::string> lines = lines_of(reading.text);
  if (letters_in(lines) <= kNoticeLetters) {
    places += reading.text;
  } else {
    for (const std::string* line : {&lines.front(), &lines.back()})
      if (base::count_code_points(*line) <= kNoticeLetters) places += *line + "\n";
  }
  places = base::fold_case(places);
  return std::any_of(retractions_.begin(), retractions_.end(),
                     [&](const std::string& words) { return places.find(words) != places.npos; });
}

Difference Differ::judge(const Reading& before, const Reading& after) const {
  Difference made;
  LineChange change = changed_lines(lines_of(before.text), lines_of(after.text));
  const std::vector<std::string> old_title = lines_of(before.title);
  const std::vector<std::string> new_title = lines_of(after.title);
  // A title that is found or missed now and then is the extraction's doing.
  if (old_title != new_title && !old_title.empty() && !new_title.empty()) {
    change.removed.insert(change.removed.begin(), old_title.begin(), old_title.end());
    change.added.insert(change.added.begin(), new_title.begin(), new_title.end());
  }
  if (change.removed.empty() && change.added.empty()) return made;
  const std::string old_text = before.title + "\n" + before.text;
  const std::string new_text = after.title + "\n" + after.text;
  RelateOptions options;
  options.siblings = true;
  read_facts(compare(entry_of("0", old_text, canon_), old_text, entry_of("1", new_text, canon_),
                     new_text, canon_, options),
             made);
  made.kind = takes_back(after) && !takes_back(before) ? DifferenceKind::kRetraction
                                                       : kind_of(change, made);
  made.removed = std::move(change.removed);
  made.added = std::move(change.added);
  return made;
}

}  // namespace tamis
