// SPDX-License-Identifier: Apache-2.0
#include "assemble/names.h"

#include "base/utf8.h"

#include <cstddef>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxNames = 20;

struct Shape {
  std::size_t characters = 0, cjk = 0, letters = 0, words = 0, capitals = 0, other = 0;
  bool dot = false;  // ·, in names of foreigners and of Uyghurs, Tibetans, ...
};

bool middle_dot(char32_t c) {
  return c == U'·' || c == U'•' || c == U'・' || c == U'‧';
}

Shape shape_of(std::string_view text) {
  Shape shape;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    ++shape.characters;
    const bool letter = base::is_letter_or_digit(c) && !base::is_digit(c);
    if (base::is_cjk(c)) {
      ++shape.cjk;
    } else if (middle_dot(c)) {
      shape.dot = true;
    } else if (letter) {
      ++shape.letters;
      if (!in_word) {
        ++shape.words;
        // Scripts without capitals (Arabic, Devanagari) count as if they had them.
        if (base::fold_case(c) != c || c >= 0x0590) ++shape.capitals;
      }
    } else if (c != U'.' && c != U'-' && c != U'\'' && c != U'’' && !base::is_space(c)) {
      ++shape.other;
    }
    in_word = letter || (in_word && (c == U'\'' || c == U'’' || c == U'-'));
  }
  return shape;
}

bool particle(std::string_view word) {
  for (std::string_view known :
       {"de",  "da",  "do",  "dos", "di", "del", "della", "la",  "le", "van",
        "von", "der", "den", "ter", "al", "el",  "bin",   "ibn", "du", "y"})
    if (word == known) return true;
  return false;
}

// "台北報導", "廖宇杰摄": what a name is followed by, or a photographer.
bool says_what_was_done(std::string_view word) {
  for (std::string_view end :
       {"报道", "報道", "報導", "报导", "摄", "攝", "撰", "综合", "綜合", "整理", "摄影"})
    if (word.ends_with(end)) return true;
  return false;
}

bool cjk_name(const Shape& shape, std::string_view name) {
  if (shape.other > 0 || shape.letters > 0 || says_what_was_done(name)) return false;
  return shape.dot ? shape.cjk >= 3 && shape.cjk <= 20 : shape.cjk >= 2 && shape.cjk <= 4;
}

bool latin_name(const Shape& shape, std::string_view name, bool labelled) {
  if (shape.cjk > 0 || shape.other > 0 || shape.characters > 60) return false;
  // One word may be a user's name, but not a site's.
  if (shape.words == 1)
    return labelled && shape.letters >= 2 && name.find('.') == std::string_view::npos;
  return shape.words >= 2 && shape.words <= 6 && shape.capitals >= 2;
}

// Cuts a value at what ends a list of people: a digit, a bracket, a bar, a sentence end.
std::string_view before_stop(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t here = at;
    const char32_t c = base::next_code_point(value, at);
    const bool mark = c == U'(' || c == U'（' || c == U')' || c == U'）' || c == U']' ||
                      c == U'】' || c == U'［' || c == U'］' || c == U'〕' || c == U'[' ||
                      c == U'【' || c == U'。' || c == U'|' || c == U'｜' || c == U'“' ||
                      c == U'"' || c == U'<' || c == U'>' || c == U'@' || c == U'!' || c == U'！' ||
                      c == U'•' || c == U':' || c == U'：' || c == U'《' || c == U'—';
    // A name is no part of a number: "AP0018".
    if (base::is_digit(c)) {
      const std::size_t space = value.substr(0, here).find_last_of(" ,;|/");
      const bool joined =
          here > 0 && static_cast<unsigned char>(value[here - 1]) < 0x80 && value[here - 1] != ' ';
      return value.substr(0, !joined ? here : space == std::string_view::npos ? 0 : space);
    }
    if (mark) return value.substr(0, here);
    // The end of a sentence, not of an initial: "Jane Doe. Data from ..."
    const std::size_t space = value.substr(0, here).rfind(' ');
    const std::size_t word = here - (space == std::string_view::npos ? 0 : space + 1);
    if (c == U'.' && word > 3 && at < value.size() && value[at] == ' ')
      return value.substr(0, here);
  }
  return value;
}

bool list_mark(char32_t c) {
  return c == U',' || c == U'，' || c == U'、' || c == U';' || c == U'；' || c == U'&' ||
         c == U'＆' || c == U'/' || c == U'／' || c == U'+';
}

// Collects the pieces of a value: CJK pieces end at spaces, Latin ones at list marks and "and".
class Splitter {
 public:
  explicit Splitter(bool labelled) : labelled_(labelled) {}
  std::vector<std::string> run(std::string_view value);

 private:
  bool word(std::string_view word);  // false: stop
  bool flush();

  bool labelled_;
  std::string pending_;  // words of one Latin name, or a CJK surname written apart
  std::vector<std::string> names_;
};

bool and_word(std::string_view word) {
  for (std::string_view known : {"and", "und", "et", "y", "e", "i", "и", "та", "και", "dan", "en",
                                 "og", "och", "ve", "和", "与", "及"})
    if (word == known) return true;
  return false;
}

bool Splitter::flush() {
  if (pending_.empty()) return true;
  std::string name = std::move(pending_);
  pending_.clear();
  const Shape shape = shape_of(name);
  // 水野 葵: a Japanese given name of one character, behind its family name.
  if (shape.cjk == 1 && shape.characters == 1 && !names_.empty() &&
      shape_of(names_.back()).cjk == 2 && names_.size() == 1) {
    names_.back() += " " + name;
    return true;
  }
  if (!(cjk_name(shape, name) || latin_name(shape, name, labelled_))) return false;
  names_.push_back(std::move(name));
  return names_.size() < kMaxNames;
}

bool Splitter::word(std::string_view word) {
  if (and_word(word) && (!pending_.empty() || !names_.empty())) return flush();
  const Shape shape = shape_of(word);
  if (shape.cjk > 0) {
    // 李 楠: a name of two characters, spread to the width of three.
    if (shape.cjk == 1 && shape.characters == 1) {
      pending_ += word;
      return shape_of(pending_).cjk < 2 || flush();
    }
    if (!flush()) return false;
    pending_ = word;
    return flush();
  }
  // A word without a capital ends a list of several words ("Jane Doe in Berlin").
  if (!pending_.empty() && shape.capitals == 0 && !particle(word)) {
    if (pending_.find(' ') == std::string::npos) pending_.clear();
    flush();
    return false;
  }
  if (!pending_.empty()) pending_ += ' ';
  pending_ += word;
  return true;
}

std::vector<std::string> Splitter::run(std::string_view value) {
  value = before_stop(value);
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t here = at;
    const char32_t c = at < value.size() ? base::next_code_point(value, at) : U',';
    if (here == value.size()) ++at;
    const bool mark = list_mark(c);
    if (!mark && !base::is_space(c)) continue;
    if (here > begin && !word(value.substr(begin, here - begin))) return names_;
    begin = at;
    if (mark && !flush()) return names_;
  }
  return names_;
}

}  // namespace

std::vector<std::string> person_names(std::string_view value, bool labelled) {
  value = base::trim(value);
  std::vector<std::string> names = Splitter(labelled).run(value);
  // 周思博 (Joel Spolsky): the same person in the other script.
  if (names.size() == 1 && value.starts_with(names[0])) {
    const std::string_view rest = base::trim(value.substr(names[0].size()));
    const std::size_t close = rest.find(')');
    if (rest.starts_with("(") && close != rest.npos && shape_of(names[0]).cjk > 0) {
      const std::string_view alias = rest.substr(1, close - 1);
      if (latin_name(shape_of(alias), alias, false)) (names[0] += " (").append(alias) += ")";
    }
  }
  return names;
}

}  // namespace tamis::assembly
