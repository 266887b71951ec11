// SPDX-License-Identifier: Apache-2.0
#include "assemble/language.h"

#include "assemble/word_table.h"
#include "base/tokens.h"
#include "base/utf8.h"
#include "rules/table_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxBytes = 3000;  // of the text that are looked at
constexpr char32_t kSetSize = 0xA000;    // all letters that rules/languages.tsv lists lie below
constexpr std::size_t kMaxWords = 2000;  // in rules/languages.tsv
constexpr int kMinWords = 3;             // frequent words that make a language certain

enum Script {
  kHan,
  kKana,
  kHangul,
  kLatin,
  kCyrillic,
  kGreek,
  kArabic,
  kHebrew,
  kDevanagari,
  kThai,
  kOther,
  kScripts
};

Script script_of(char32_t c) {
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return kLatin;
  if (c >= 0x370 && c < 0x400) return kGreek;
  if (c >= 0x400 && c < 0x530) return kCyrillic;
  if (c >= 0x590 && c < 0x600) return kHebrew;
  if (c >= 0x600 && c < 0x780) return kArabic;
  if (c >= 0x900 && c < 0x980) return kDevanagari;
  if (c >= 0xE00 && c < 0xE80) return kThai;
  if (c >= 0x3040 && c < 0x3100) return kKana;
  if ((c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200)) return kHangul;
  return base::is_han(c) ? kHan : kOther;
}

// "zh-TW", "en_US" to "zh", "en"; empty when it is no language tag.
std::string base_language(std::string_view claim) {
  const std::string_view primary = claim.substr(0, claim.find_first_of("-_,;"));
  if (primary.size() < 2 || primary.size() > 3) return {};
  std::string out = base::fold_case(primary);
  for (const char c : out)
    if (c < 'a' || c > 'z') return {};
  if (out == "in") return "id";
  if (out == "nb" || out == "nn") return "no";
  return out == "cn" || out == "tw" ? "zh" : out;
}

Script script_of_language(std::string_view language) {
  for (std::string_view known : {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg"})
    if (language == known) return kCyrillic;
  for (std::string_view known : {"ar", "fa", "ur", "ps", "ku", "ug", "sd"})
    if (language == known) return kArabic;
  for (std::string_view known : {"hi", "mr", "ne"})
    if (language == known) return kDevanagari;
  if (language == "el") return kGreek;
  if (language == "he" || language == "iw" || language == "yi") return kHebrew;
  if (language == "th") return kThai;
  if (language == "zh") return kHan;
  if (language == "ja") return kKana;
  if (language == "ko") return kHangul;
  for (std::string_view known :
       {"ka", "hy", "am", "bn", "ta", "te", "ml", "kn", "gu", "pa", "si", "my", "km", "lo"})
    if (language == known) return kOther;
  return kLatin;
}

class Judge {
 public:
  Judge(std::string_view text, std::string_view claim, const Rules& rules)
      : text_(text), claim_(claim), table_(rules.table("languages")) {
    kind_ = rules::column(table_, "kind");
    language_ = rules::column(table_, "language");
    words_ = rules::column(table_, "words");
  }
  std::string run();

 private:
  void count_scripts();
  std::string chinese() const;
  std::string by_words() const;
  std::string by_letters(std::string_view otherwise, std::uint32_t letters) const;
  int hits(std::string_view letters) const;

  std::string_view text_, claim_;
  std::u32string folded_;
  const Table& table_;
  std::size_t kind_, language_, words_;
  std::array<std::uint32_t, kScripts> counts_{};
};

void Judge::count_scripts() {
  for (std::size_t at = 0; at < text_.size();) {
    const char32_t c = base::next_code_point(text_, at);
    if (!base::is_letter_or_digit(c) || base::is_digit(c)) continue;
    ++counts_[script_of(c)];
    folded_ += base::fold_case(c);
  }
}

// How many characters of the text are in the list.
int Judge::hits(std::string_view letters) const {
  std::vector<bool> set(kSetSize);
  for (std::size_t at = 0; at < letters.size();) {
    const char32_t c = base::next_code_point(letters, at);
    if (c < kSetSize && c != U' ') set[c] = true;
  }
  int count = 0;
  for (const char32_t c : folded_) count += c < kSetSize && set[c] ? 1 : 0;
  return count;
}

std::string Judge::chinese() const {
  int hans = 0, hant = 0;
  for (const Row& row : table_.rows)
    if (row.fields[kind_] == "han")
      (row.fields[language_] == "zh-Hans" ? hans : hant) = hits(row.fields[words_]);
  if (hans != hant) return hans > hant ? "zh-Hans" : "zh-Hant";
  const std::string claim = base::fold_case(claim_);
  for (std::string_view mark : {"hant", "tw", "hk", "mo"})
    if (claim.starts_with("zh") && claim.find(mark, 2) != std::string::npos) return "zh-Hant";
  for (std::string_view mark : {"hans", "cn", "sg"})
    if (claim.starts_with("zh") && claim.find(mark, 2) != std::string::npos) return "zh-Hans";
  return "zh";
}

// The first language in the file's order whose letters make up a hundredth of the text.
std::string Judge::by_letters(std::string_view otherwise, std::uint32_t letters) const {
  const Script script = script_of_language(otherwise);
  const int enough = 3 + static_cast<int>(letters / 100);  // a stray letter in a name is none
  for (const Row& row : table_.rows)
    if (row.fields[kind_] == "letters" && script_of_language(row.fields[language_]) == script &&
        hits(row.fields[words_]) >= enough)
      return row.fields[language_];
  return std::string(otherwise);
}

std::string Judge::by_words() const {
  WordTable<std::uint64_t> frequent(kMaxWords);
  std::vector<std::string_view> languages;
  std::size_t words = 0;
  for (const Row& row : table_.rows) {
    if (row.fields[kind_] != "words" || languages.size() == 64) continue;
    words += base::each_token(row.fields[words_], [&](std::string_view word) {
      if (words < kMaxWords - 200) frequent.at(word) |= std::uint64_t{1} << languages.size();
    });
    languages.emplace_back(row.fields[language_]);
  }
  std::array<int, 64> counts{};
  const std::string folded = base::fold_case(text_);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= folded.size();) {
    const std::size_t here = at;
    const bool end = here == folded.size();
    const char32_t c = end ? U' ' : base::next_code_point(folded, at);
    if (end) ++at;
    if (!end && (base::is_letter_or_digit(c) || c == U'-')) continue;
    if (here > begin) {
      const std::uint64_t* known =
          frequent.find(std::string_view(folded).substr(begin, here - begin));
      for (std::size_t n = 0; known && n < languages.size(); ++n)
        counts[n] += static_cast<int>(*known >> n & 1);
    }
    begin = at;
  }
  std::size_t best = 0;
  std::string claimed = base_language(claim_);
  for (std::size_t n = 1; n < languages.size(); ++n) {
    const bool tie = counts[n] == counts[best] && languages[n] == claimed;
    if (counts[n] > counts[best] || tie) best = n;
  }
  const bool known_claim =
      std::find(languages.begin(), languages.end(), claimed) != languages.end();
  // A language we have no words of may well be what the page says it is.
  const bool claim_fits = !claimed.empty() && script_of_language(claimed) == kLatin;
  if (claim_fits && !known_claim && counts[best] < 40) return claimed;
  if (!languages.empty() && counts[best] >= kMinWords) return std::string(languages[best]);
  return claim_fits ? claimed : std::string();
}

std::string Judge::run() {
  text_ = text_.substr(0, kMaxBytes);
  count_scripts();
  // A CJK character says as much as two letters of an alphabet.
  const std::uint32_t cjk = 2 * (counts_[kHan] + counts_[kKana] + counts_[kHangul]);
  std::size_t best = kLatin;
  for (std::size_t n = kLatin; n < kScripts; ++n)
    if (counts_[n] > counts_[best]) best = n;
  if (cjk == 0 && counts_[best] == 0) return base_language(claim_);
  if (cjk > counts_[best]) {
    if (counts_[kHangul] * 4 > counts_[kHan] + counts_[kHangul]) return "ko";
    if (counts_[kKana] * 12 > counts_[kHan] + counts_[kKana]) return "ja";
    return chinese();
  }
  switch (best) {
    case kGreek: return "el";
    case kHebrew: return "he";
    case kThai: return "th";
    case kArabic: return by_letters("ar", counts_[kArabic]);
    case kLatin: return by_words();
    default: break;
  }
  std::string claimed = base_language(claim_);
  const bool fits = !claimed.empty() && script_of_language(claimed) == static_cast<Script>(best);
  if (best == kDevanagari) return fits ? claimed : "hi";
  if (best != kCyrillic) return fits ? claimed : std::string();
  std::string told = by_letters("ru", counts_[kCyrillic]);
  if (told != "ru" || !fits) {
    // ъ is a vowel of Bulgarian; ы and э are not in it.
    const int hard = hits("ъ");
    if (told == "ru" && hard > 4 && hits("ы э") == 0) return "bg";
    return told;
  }
  return claimed == "bg" && hits("ы э") > 2 ? "ru" : claimed;
}

}  // namespace

std::string language_of(std::string_view text, std::string_view claim, const Rules& rules) {
  return Judge(text, claim, rules).run();
}

}  // namespace tamis::assembly
