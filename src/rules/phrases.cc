// SPDX-License-Identifier: Apache-2.0
#include "rules/phrases.h"

#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>
#include <optional>

namespace tamis::rules {

namespace {

constexpr std::size_t kLongestScan = 240;  // bytes: a phrase inside a long paragraph says nothing

std::optional<PhraseMatch> match_from_name(std::string_view name) {
  if (name == "exact") return PhraseMatch::kExact;
  if (name == "prefix") return PhraseMatch::kPrefix;
  if (name == "prefix-body") return PhraseMatch::kPrefixBody;
  if (name == "contains") return PhraseMatch::kContains;
  if (name == "suffix") return PhraseMatch::kSuffix;
  return std::nullopt;
}

bool frames(char32_t c) {  // marks that people put around a label: 【相关阅读】 >> ·
  switch (c) {
    case '[':
    case ']':
    case '(':
    case ')':
    case '<':
    case '>':
    case ':':
    case '|':
    case '-':
    case '*':
    case '+':
    case '#':
    case '=':
    case '~':
    case '/':
    case U'【':
    case U'】':
    case U'《':
    case U'》':
    case U'〈':
    case U'〉':
    case U'「':
    case U'」':
    case U'·':
    case U'•':
    case U'●':
    case U'■':
    case U'◆':
    case U'▪':
    case U'►':
    case U'▶':
    case U'»':
    case U'«':
    case U'›':
    case U'…':
    case U'—':
    case U'–':
    case U'→':
    case U'↓':
    case U'▼':
    case U'▲':
    case U'★': return true;
    default: return base::is_space(c);
  }
}

std::string_view unframe(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = 0;
    if (!frames(base::next_code_point(text, at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    const std::size_t start = base::code_point_begin(text, text.size() - 1);
    std::size_t at = start;
    if (!frames(base::next_code_point(text, at))) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

bool word_goes_on(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    return (text[i] >= 'a' && text[i] <= 'z') || static_cast<unsigned char>(text[i]) >= 0xC3;
  };
  return at > 0 && at < text.size() && text[at - 1] >= 'a' && text[at - 1] <= 'z' && letter(at) &&
         static_cast<unsigned char>(text[at]) < 0xD4;  // Latin, Greek or Cyrillic, not CJK
}

// The two bytes at `at`.
std::uint16_t start_of(std::string_view text, std::size_t at) {
  return static_cast<std::uint16_t>(static_cast<unsigned char>(text[at]) << 8 |
                                    static_cast<unsigned char>(text[at + 1]));
}

}  // namespace

std::string fold_line(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  bool space = false;
  const auto begin = [&] {
    if (space && !out.empty()) out += ' ';
    space = false;
  };
  for (std::size_t at = 0; at < line.size();) {
    if (const char ascii = line[at]; ascii > ' ') {  // most of Western text
      begin();
      out += ascii >= 'A' && ascii <= 'Z' ? static_cast<char>(ascii + 32) : ascii;
      ++at;
      continue;
    }
    const char32_t c = base::fold_case(base::fold_width(base::next_code_point(line, at)));
    if (base::is_space(c)) {
      space = true;
      continue;
    }
    begin();
    base::append_utf8(out, c);
  }
  return out;
}

PhraseIndex::PhraseIndex(const Table& table) {
  const std::size_t label = column(table, "label"), match = column(table, "match");
  const std::size_t phrase = column(table, "phrase"), strength = column(table, "strength");
  for (const Row& row : table.rows) {
    const auto name = label_from_name(row.fields[label]);
    if (!name) fail_at(table, row.line, "'" + row.fields[label] + "' is no label");
    const auto kind = match_from_name(row.fields[match]);
    if (!kind) fail_at(table, row.line, "'" + row.fields[match] + "' is no kind of match");
    const auto power = strength_from_name(row.fields[strength]);
    if (!power) fail_at(table, row.line, "'" + row.fields[strength] + "' is no strength");
    std::string key = fold_line(row.fields[phrase]);
    if (*kind == PhraseMatch::kExact && !unframe(key).empty()) key = std::string(unframe(key));
    if (key.empty()) fail_at(table, row.line, "the phrase is empty");
    const PhraseHit hit{*name, *kind, *power, row.line};
    if (*kind == PhraseMatch::kContains) {
      if (key.size() < 2) fail_at(table, row.line, "a phrase to be found inside has two letters");
      starts_.set(start_of(key, 0));
      inner_.emplace(start_of(key, 0), Inner{key, hit, inner_.size()});
      continue;
    }
    Map& map = *kind == PhraseMatch::kExact    ? exact_
               : *kind == PhraseMatch::kPrefix ? prefix_
               : *kind == PhraseMatch::kSuffix ? suffix_
                                               : prefix_body_;
    if (!map.emplace(key, hit).second) {
      fail_at(table, row.line, "the phrase '" + row.fields[phrase] + "' stands here twice");
    }
    if (*kind != PhraseMatch::kExact) {
      longest_affix_ = std::max(longest_affix_, key.size());
      auto& lengths = *kind == PhraseMatch::kSuffix ? suffix_lengths_ : prefix_lengths_;
      lengths[static_cast<unsigned char>(*kind == PhraseMatch::kSuffix ? key.back() : key[0])].set(
          std::min(key.size(), kLengths - 1));
    }
  }
}

void PhraseIndex::collect_affixes(std::string_view folded, std::vector<PhraseHit>& hits) const {
  const auto add = [&](const Map& map, std::string_view key) {
    if (const auto at = map.find(key); at != map.end()) hits.push_back(at->second);
  };
  const std::size_t longest = std::min(longest_affix_, folded.size());
  const Lengths& prefixes = prefix_lengths_[static_cast<unsigned char>(folded.front())];
  const Lengths& suffixes = suffix_lengths_[static_cast<unsigned char>(folded.back())];
  for (std::size_t end = 0; end < longest;) {
    base::next_code_point(folded, end);
    if (end > longest || !prefixes[std::min(end, kLengths - 1)] || word_goes_on(folded, end)) {
      continue;
    }
    add(prefix_, folded.substr(0, end));
    add(prefix_body_, folded.substr(0, end));
  }
  for (std::size_t begin = folded.size(); begin > 0 && folded.size() - begin < longest;) {
    begin = base::code_point_begin(folded, begin - 1);
    if (suffixes[std::min(folded.size() - begin, kLengths - 1)]) {
      add(suffix_, folded.substr(begin));
    }
  }
}

// In the order of the table, each once.
void PhraseIndex::collect_inner(std::string_view folded, std::vector<PhraseHit>& hits) const {
  std::vector<const Inner*> found;
  for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
    const std::uint16_t start = start_of(folded, at);
    if (!starts_[start]) continue;
    const auto [begin, end] = inner_.equal_range(start);
    for (auto inner = begin; inner != end; ++inner) {
      if (folded.substr(at).starts_with(inner->second.key)) found.push_back(&inner->second);
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Inner* a, const Inner* b) { return a->order < b->order; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const Inner* inner : found) hits.push_back(inner->hit);
}

std::vector<PhraseHit> PhraseIndex::match(std::string_view line) const {
  std::vector<PhraseHit> hits;
  // Only the ends of a long line can match; folding all of it would be waste.
  const bool is_long = line.size() > 2 * kLongestScan;
  const std::string folded = is_long ? fold_line(line.substr(0, kLongestScan)) : fold_line(line);
  if (folded.empty()) return hits;
  if (!is_long) {
    const std::string_view core = unframe(folded);
    for (const std::string_view key : {std::string_view(folded), core}) {
      if (const auto at = exact_.find(key); at != exact_.end()) {
        hits.push_back(at->second);
        break;
      }
    }
    if (core.size() != folded.size() && !core.empty()) collect_affixes(core, hits);
  }
  collect_affixes(folded, hits);
  if (is_long) collect_affixes(fold_line(line.substr(line.size() - kLongestScan)), hits);
  if (folded.size() <= kLongestScan) collect_inner(folded, hits);
  std::stable_sort(hits.begin(), hits.end(),
                   [](const PhraseHit& a, const PhraseHit& b) { return a.strength > b.strength; });
  return hits;
}

}  // namespace tamis::rules
