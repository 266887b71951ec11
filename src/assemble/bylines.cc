// SPDX-License-Identifier: Apache-2.0
#include "assemble/bylines.h"

#include "assemble/names.h"
#include "assemble/word_table.h"
#include "base/tokens.h"
#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxLine = 1000;
constexpr std::size_t kMaxCue = 12;     // bytes of a word that a name may be glued to
constexpr std::size_t kMaxAround = 40;  // bytes between the two words of a cue
constexpr std::string_view kGap = "…";  // where the value stands in such a cue

bool has(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// By the first character: one byte of ASCII, else three mixed.
std::size_t bucket_of(std::string_view text) {
  const auto byte = [&](std::size_t n) {
    return n < text.size() ? static_cast<unsigned>(static_cast<unsigned char>(text[n])) : 0u;
  };
  if (byte(0) < 0x80) return byte(0);
  return (byte(0) * 5 + byte(1) * 17 + (byte(0) >= 0xE0 ? byte(2) : 0)) % 256;
}

// The text begins with the cue, whose _ are spaces.
bool begins_with(std::string_view text, std::string_view cue) {
  if (text.size() < cue.size()) return false;
  for (std::size_t n = 0; n < cue.size(); ++n)
    if (text[n] != (cue[n] == '_' ? ' ' : cue[n])) return false;
  return true;
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

std::vector<std::string_view>* BylineReader::list_of(std::string_view role) {
  if (role == "refuse") return &people_;
  if (role == "refuse-source") return &sources_;
  if (role == "surname") return &surnames_;
  if (role == "job") return &jobs_;
  if (role == "agency") return &agencies_;
  if (role == "author-token") return &author_tokens_;
  return role == "outlet-suffix" ? &outlets_ : nullptr;
}

BylineReader::BylineReader(const Rules& rules) {
  const Table& table = rules.table("bylines");
  const std::size_t role = rules::column(table, "role"), needs = rules::column(table, "needs");
  const std::size_t words = rules::column(table, "words");
  cues_.reserve(512);
  for (const Row& row : table.rows) {
    const std::string& name = row.fields[role];
    if (std::vector<std::string_view>* target = list_of(name)) {
      base::each_token(row.fields[words], [&](std::string_view word) { target->push_back(word); });
      continue;
    }
    constexpr std::array<std::string_view, 8> kRoles{"author",  "editor", "source", "date",
                                                     "updated", "issued", "issuer", "other"};
    const auto known = std::find(kRoles.begin(), kRoles.end(), name);
    if (known == kRoles.end()) rules::fail_at(table, row.line, "'" + name + "' is no role");
    const std::string& need = row.fields[needs];
    constexpr std::array<std::string_view, 4> kNeeds{"none", "colon", "line", "around"};
    const auto kind = std::find(kNeeds.begin(), kNeeds.end(), need);
    if (kind == kNeeds.end())
      rules::fail_at(table, row.line, "'" + need + "' is no need: none, colon, line or around");
    base::each_token(row.fields[words], [&](std::string_view word) {
      Cue cue{word,
              {},
              static_cast<Role>(known - kRoles.begin()),
              static_cast<Needs>(kind - kNeeds.begin()),
              latin_letter(word.back())};
      if (cue.needs == Needs::kAround) {
        const std::size_t gap = word.find(kGap);
        if (gap == 0 || gap == word.npos || gap + kGap.size() == word.size())
          rules::fail_at(table, row.line, "'" + std::string(word) + "' has no … between two words");
        cue.word = word.substr(0, gap);
        cue.close = word.substr(gap + kGap.size());
      }
      cues_.push_back(cue);
    });
  }
  index();
}

// A counting sort by bucket.
void BylineReader::index() {
  for (const Cue& cue : cues_) ++buckets_[bucket_of(cue.word) + 1];
  for (std::size_t n = 1; n < buckets_.size(); ++n)
    buckets_[n] = static_cast<std::uint16_t>(buckets_[n] + buckets_[n - 1]);
  std::array<std::uint16_t, 257> next = buckets_;
  std::vector<Cue> sorted(cues_.size());
  for (const Cue& cue : cues_) sorted[next[bucket_of(cue.word)]++] = cue;
  cues_ = std::move(sorted);
}

// The longest cue that stands at a place of a case-folded line.
const BylineReader::Cue* BylineReader::cue_at(std::string_view folded, std::size_t at) const {
  const std::string_view rest = folded.substr(at);
  const std::size_t bucket = bucket_of(rest);
  const Cue* best = nullptr;
  for (std::size_t n = buckets_[bucket]; n < buckets_[bucket + 1]; ++n) {
    const Cue& cue = cues_[n];
    if ((best == nullptr || best->word.size() < cue.word.size()) && begins_with(rest, cue.word) &&
        fits(cue, folded, at))
      best = &cue;
  }
  return best;
}

// Where the closing word of a cue stands behind `end`; npos: not near.
std::size_t BylineReader::close_of(const Cue& cue, std::string_view folded, std::size_t end) {
  const std::size_t at = folded.substr(0, end + kMaxAround + cue.close.size()).find(cue.close, end);
  return at == end ? folded.npos : at;
}

// What stands around it allows the cue.
bool BylineReader::fits(const Cue& cue, std::string_view folded, std::size_t at) {
  const std::size_t end = at + cue.word.size();
  if (cue.latin && ((at > 0 && latin_letter(folded[at - 1])) ||
                    (end < folded.size() && latin_letter(folded[end]))))
    return false;
  if (cue.needs == Needs::kColon) return colon_length(folded, end) > 0;
  if (cue.needs == Needs::kAround) return close_of(cue, folded, end) != folded.npos;
  if (cue.needs == Needs::kNothing) return true;
  const std::string_view before = base::trim(folded.substr(0, at));
  const bool opens =
      before.empty() || before.ends_with("|") || before.ends_with("•") || before.ends_with("·");
  return opens && (end == folded.size() || folded[end] == ' ' || folded[end] == ':');
}

std::vector<Field> BylineReader::fields(std::string_view line) const {
  std::vector<Field> out;
  if (line.size() > kMaxLine) return out;
  // Folding keeps byte positions for what the cues are made of; where it does not, no fields.
  const std::string folded = base::fold_case(line);
  if (folded.size() != line.size()) return out;
  std::vector<std::pair<std::size_t, std::size_t>> values;
  for (std::size_t at = 0; at < folded.size();) {
    const Cue* cue = cue_at(folded, at);
    if (cue == nullptr) {
      base::next_code_point(folded, at);
      continue;
    }
    const std::size_t end = at + cue->word.size();
    const std::size_t colon = colon_length(folded, end);
    out.push_back({cue->role, {}, at, colon > 0, cue->needs != Needs::kNothing});
    at = end + colon;
    values.emplace_back(at, line.size());
    if (cue->needs == Needs::kAround) {
      values.back().second = close_of(*cue, folded, end);
      out.back().colon = true;
      at = values.back().second + cue->close.size();
    }
  }
  for (std::size_t n = 0; n < out.size(); ++n) {
    const std::size_t next = n + 1 < out.size() ? out[n + 1].begin : line.size();
    const std::size_t end = std::min(values[n].second, next);
    out[n].value = base::trim(line.substr(values[n].first, end - values[n].first));
  }
  return out;
}

std::string BylineReader::unglued(std::string_view line) const {
  const auto upper = [&](std::size_t at) { return line[at] >= 'A' && line[at] <= 'Z'; };
  const auto lower = [&](std::size_t at) { return line[at] >= 'a' && line[at] <= 'z'; };
  std::string out;
  if (line.size() > kMaxLine) return std::string(line);
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && lower(at - 1) && upper(at)) {
      std::size_t end = at;
      while (end < line.size() && latin_letter(static_cast<char>(line[end] | 0x20))) ++end;
      const std::string first = base::fold_case(line.substr(0, at));
      const bool cue = at <= kMaxCue && std::any_of(cues_.begin(), cues_.end(), [&](const Cue& c) {
                         return c.needs == Needs::kLine && c.latin && c.word == first;
                       });
      if (cue || has(jobs_, base::fold_case(line.substr(at, end - at)))) out += ' ';
    }
    out += line[at];
  }
  return out;
}

std::vector<std::string> BylineReader::people(std::string_view value, bool labelled) const {
  std::vector<std::string> out;
  if (value.size() > kMaxLine) return out;
  for (const std::string& given : person_names(unglued(value), labelled)) {
    if (refused_person(given)) break;
    std::string name = without_job(given);
    // "Jane Doe, AP Auto Writer": what follows a name and ends in a job is the job.
    if (name.empty() || refused_person(name) || (!out.empty() && name != given)) continue;
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

bool BylineReader::refused_person(std::string_view name) const {
  return has(people_, base::fold_case(name));
}

std::string BylineReader::without_job(std::string_view name) const {
  // Chinese names are not followed by jobs but led by them, which cues are for.
  if (static_cast<unsigned char>(name.front()) >= 0xE3) return std::string(name);
  std::size_t words = 0, end = 0;
  bool job = false;
  base::each_token(name, [&](std::string_view word) {
    job = job || has(jobs_, base::fold_case(word));
    if (job) return;
    ++words;
    end = static_cast<std::size_t>(word.data() - name.data()) + word.size();
  });
  if (!job) return std::string(name);
  return words < 2 ? std::string() : std::string(name.substr(0, end));
}

bool BylineReader::agency(std::string_view name) const {
  const std::string folded = base::fold_case(name);
  return std::any_of(agencies_.begin(), agencies_.end(), [&](std::string_view agency) {
    return folded.size() == agency.size() && begins_with(folded, agency);
  });
}

bool BylineReader::author_token(std::string_view token) const {
  return has(author_tokens_, token);
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
  return std::any_of(outlets_.begin(), outlets_.end(), [&](std::string_view suffix) {
    return name.size() > suffix.size() + 2 && name.ends_with(suffix);
  });
}

}  // namespace tamis::assembly
