// SPDX-License-Identifier: Apache-2.0
#include "assemble/bylines.h"

#include "assemble/names.h"
#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxLine = 1000;

std::vector<std::string> words_of(std::string_view field) {
  std::vector<std::string> words;
  while (!field.empty()) {
    const std::size_t space = field.find(' ');
    // "\\s" is a space inside a phrase.
    std::string word;
    for (std::size_t at = 0; at < std::min(space, field.size()); ++at) {
      const bool escaped = field.substr(at).starts_with("\\s");
      word += escaped ? ' ' : field[at];
      if (escaped) ++at;
    }
    if (!word.empty()) words.push_back(base::fold_case(word));
    field.remove_prefix(space == std::string_view::npos ? field.size() : space + 1);
  }
  return words;
}

bool has(const std::vector<std::string>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

bool latin_letter(char c) {
  return (c >= 'a' && c <= 'z') ||
         (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE0);
}

// Bytes of the colon-like mark (with white space around it) at `at`; 0 for none.
std::size_t colon_length(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && text[at] == ' ') ++at;
  for (std::string_view mark : {":", "：", "/", "／", "|", "｜", "丨", "︱"}) {
    if (!text.substr(at).starts_with(mark)) continue;
    at += mark.size();
    while (at < text.size() && text[at] == ' ') ++at;
    return at - begin;
  }
  return 0;
}

}  // namespace

std::vector<std::string>* BylineReader::list_of(std::string_view role) {
  if (role == "refuse") return &people_;
  if (role == "refuse-source") return &sources_;
  if (role == "surname") return &surnames_;
  return role == "outlet-suffix" ? &outlets_ : nullptr;
}

BylineReader::BylineReader(const Rules& rules) {
  const Table& table = rules.table("bylines");
  const std::size_t role = rules::column(table, "role"), needs = rules::column(table, "needs");
  const std::size_t words = rules::column(table, "words");
  for (const Row& row : table.rows) {
    const std::string& name = row.fields[role];
    std::vector<std::string> list = words_of(row.fields[words]);
    if (std::vector<std::string>* target = list_of(name)) {
      target->insert(target->end(), list.begin(), list.end());
      continue;
    }
    constexpr std::array<std::string_view, 6> kRoles{"author", "editor",  "source",
                                                     "date",   "updated", "other"};
    const auto known = std::find(kRoles.begin(), kRoles.end(), name);
    if (known == kRoles.end()) rules::fail_at(table, row.line, "'" + name + "' is no role");
    const std::string& need = row.fields[needs];
    if (need != "none" && need != "colon" && need != "line")
      rules::fail_at(table, row.line, "'" + need + "' is no need: none, colon or line");
    for (std::string& word : list) {
      const bool latin = latin_letter(word.back());
      cues_.push_back({std::move(word), static_cast<Role>(known - kRoles.begin()),
                       need == "colon"  ? Needs::kColon
                       : need == "line" ? Needs::kLine
                                        : Needs::kNothing,
                       latin});
    }
  }
  std::stable_sort(cues_.begin(), cues_.end(),
                   [](const Cue& a, const Cue& b) { return a.word.size() > b.word.size(); });
  for (std::size_t n = 0; n < cues_.size(); ++n)
    by_byte_[static_cast<unsigned char>(cues_[n].word[0])].push_back(static_cast<std::uint16_t>(n));
  for (auto* list : {&outlets_, &people_, &sources_, &surnames_})
    std::sort(list->begin(), list->end());
}

const BylineReader::Cue* BylineReader::cue_at(std::string_view folded, std::size_t at) const {
  for (const std::uint16_t n : by_byte_[static_cast<unsigned char>(folded[at])]) {
    const Cue& cue = cues_[n];
    if (!folded.substr(at).starts_with(cue.word)) continue;
    const std::size_t end = at + cue.word.size();
    if (cue.latin && ((at > 0 && latin_letter(folded[at - 1])) ||
                      (end < folded.size() && latin_letter(folded[end]))))
      continue;
    if (cue.needs == Needs::kColon && colon_length(folded, end) == 0) continue;
    if (cue.needs == Needs::kLine) {
      const std::string_view before = base::trim(folded.substr(0, at));
      if (!before.empty() && before.back() != '|' && !before.ends_with("•") &&
          !before.ends_with("·"))
        continue;
      if (end < folded.size() && folded[end] != ' ' && folded[end] != ':') continue;
    }
    return &cue;
  }
  return nullptr;
}

std::vector<Field> BylineReader::fields(std::string_view line) const {
  std::vector<Field> out;
  if (line.size() > kMaxLine) return out;
  // Folding keeps byte positions for what the cues are made of; where it does not, no fields.
  const std::string folded = base::fold_case(line);
  if (folded.size() != line.size()) return out;
  std::vector<std::size_t> values;
  for (std::size_t at = 0; at < folded.size();) {
    const Cue* cue = cue_at(folded, at);
    if (cue == nullptr) {
      base::next_code_point(folded, at);
      continue;
    }
    const std::size_t end = at + cue->word.size();
    const std::size_t colon = colon_length(folded, end);
    out.push_back({cue->role, {}, at, colon > 0});
    at = end + colon;
    values.push_back(at);
  }
  for (std::size_t n = 0; n < out.size(); ++n) {
    const std::size_t end = n + 1 < out.size() ? out[n + 1].begin : line.size();
    out[n].value = base::trim(line.substr(values[n], end - values[n]));
  }
  return out;
}

std::vector<std::string> BylineReader::people(std::string_view value, bool labelled) const {
  std::vector<std::string> out;
  for (std::string& name : person_names(value, labelled)) {
    if (refused_person(name)) break;
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

bool BylineReader::refused_person(std::string_view name) const {
  return has(people_, base::fold_case(name));
}

bool BylineReader::refused_source(std::string_view name) const {
  return has(sources_, base::fold_case(name));
}

bool BylineReader::lone_name(std::string_view text) const {
  std::size_t at = 0, characters = 0, first = 0, second = 0;
  while (at < text.size()) {
    if (!base::is_han(base::next_code_point(text, at)) || ++characters > 4) return false;
    if (characters == 1) first = at;
    if (characters == 2) second = at;
  }
  if (characters == 4) return has(surnames_, text.substr(0, second));
  return characters >= 2 && has(surnames_, text.substr(0, first)) && !refused_person(text);
}

bool BylineReader::outlet_like(std::string_view name) const {
  return std::any_of(outlets_.begin(), outlets_.end(), [&](const std::string& suffix) {
    return name.size() > suffix.size() + 2 && name.ends_with(suffix);
  });
}

}  // namespace tamis::assembly
