// SPDX-License-Identifier: Apache-2.0
// What stands at the head and the tail of an article and is not of it: 新华社北京1月9日电（记者 …）
// before the text; （责任编辑：…）, 来源：…, [详细] behind it. Only what is sure is cut, and never
// more than a line of kMostLine bytes at a time.
#include "base/utf8.h"
#include "fingerprint/canon_tables.h"

#include <algorithm>

namespace tamis {

namespace fingerprinting {

namespace {

constexpr std::size_t kMostLine = 160, kMostDateline = 120, kMostByline = 72;

// Folded, with where every byte of it comes from.
struct Folded {
  std::string text;
  std::vector<std::size_t> at;

  Folded(std::string_view utf8, std::size_t begin, std::size_t end, const Canon::Tables& tables) {
    while (begin < end) {
      const std::size_t from = begin;
      const char32_t c = base::next_code_point(utf8, begin);
      base::append_utf8(text, c < Canon::Tables::kPlane && c != 0x3002 ? tables.folded[c] : c);
      at.resize(text.size(), from);
    }
    at.push_back(end);
  }
};

// The longest of `words` that `text` begins with at `at`; 0: none.
std::size_t begins(const std::vector<std::string>& words, std::string_view text, std::size_t at) {
  for (const std::string& word : words) {
    if (text.compare(at, word.size(), word) == 0) return word.size();
  }
  return 0;
}

std::size_t ends(const std::vector<std::string>& words, std::string_view text) {
  for (const std::string& word : words) {
    if (text.ends_with(word)) return word.size();
  }
  return 0;
}

bool is_open(char32_t c) {
  return c == '(' || c == '[' || c == U'（' || c == U'【' || c == U'［' || c == U'〔' || c == '<';
}

bool is_close(char32_t c) {
  return c == ')' || c == ']' || c == U'）' || c == U'】' || c == U'］' || c == U'〕' || c == '>';
}

// The code point that ends at byte `end`, and where it begins.
char32_t last_before(std::string_view text, std::size_t end, std::size_t& begin) {
  begin = end - 1;
  while (begin > 0 && end - begin < 4 && base::is_continuation(text[begin])) {
    --begin;
  }
  std::size_t at = begin;
  return base::next_code_point(text, at);
}

class Cutter {
 public:
  Cutter(std::string_view utf8, const Canon::Tables& tables) : text_(utf8), tables_(tables) {}

  Body cut() {
    body_.end = text_.size();
    if (tables_.more.empty()) return body_;
    for (int i = 0; i < 4 && (cut_more() || cut_credit()); ++i) {
    }
    cut_dateline();
    if (body_.end < body_.begin) body_.end = body_.begin;
    return body_;
  }

 private:
  void skip_back(bool marks) {
    while (body_.end > 0) {
      std::size_t begin = 0;
      const char32_t c = last_before(text_, body_.end, begin);
      if (!base::is_space(c) && !(marks && (c == '>' || c == U'»' || c == U'→' || c == U'》')))
        return;
      body_.end = begin;
    }
  }

  // "[详细]", "…更多>>", "……": a bracket or dots before the word, or brackets around it.
  bool cut_more() {
    const std::size_t all = body_.end;
    skip_back(false);
    std::size_t begin = 0;
    if (body_.end == 0) return false;
    const char32_t last = last_before(text_, body_.end, begin);
    if (last == U'…' || text_.substr(0, body_.end).ends_with("...")) {
      while (body_.end > 0 &&
             (last_before(text_, body_.end, begin) == U'…' || text_[body_.end - 1] == '.')) {
        body_.end = begin;
      }
      return body_.has_more = true;
    }
    const bool bracket = is_close(last) && last != '>';
    const std::size_t word_end = bracket ? begin : (skip_back(true), body_.end);
    const std::size_t from = word_end - std::min<std::size_t>(word_end, 48);
    const std::size_t word =
        word_end > 0 ? ends(tables_.more, text_.substr(from, word_end - from)) : 0;
    std::size_t before = word_end - word;
    while (before > 0 && text_[before - 1] == ' ') --before;
    if (word > 0 && before > 0) {
      const char32_t c = last_before(text_, before, begin);
      if (bracket ? is_open(c) : c == U'…' || text_[before - 1] == '.' || is_open(c)) {
        body_.end = c == U'…' || c == '.' ? before : begin;
        return body_.has_more = true;
      }
    }
    body_.end = all;
    return false;
  }

  // A last line, or a last pair of brackets, that begins as a credit does.
  bool cut_credit() {
    const std::size_t all = body_.end;
    skip_back(false);
    std::size_t begin = 0, line = body_.end;
    if (body_.end == 0) return false;
    const bool bracket = is_close(last_before(text_, body_.end, begin));
    const std::size_t least = body_.end - std::min(body_.end, kMostLine);
    while (line > least) {
      const char32_t c = last_before(text_, line, begin);
      if (c == '\n' || (bracket && is_open(c))) break;
      line = begin;
    }
    std::size_t open = line;
    if (bracket && line > 0 && is_open(last_before(text_, line, begin))) open = begin;
    const bool whole_line = open == 0 || text_[open - 1] == '\n' || text_[line - 1] == '\n';
    if (line > least && (open < line || whole_line) && is_credit(line, open < line)) {
      body_.end = open;
      return true;
    }
    body_.end = all;
    return false;
  }

  bool is_credit(std::size_t line, bool bracket) const {
    const Folded folded(text_, line, std::min(body_.end, line + kMostByline), tables_);
    if (bracket && body_.end - line <= kMostByline) {
      for (const std::string& word : tables_.bylines) {
        if (folded.text.find(word) != std::string::npos) return true;
      }
    }
    std::size_t at = 0;
    while (at < folded.text.size() &&
           (folded.text[at] == ' ' || folded.text[at] == '(' || folded.text[at] == '['))
      ++at;
    return begins(tables_.credits, folded.text, at) > 0;
  }

  // An agency first, then within a line's length the word that ends a dateline.
  void cut_dateline() {
    const Folded head(text_, 0, std::min(body_.end, kMostDateline), tables_);
    std::size_t at = 0;
    while (at < head.text.size() && (head.text[at] == ' ' || head.text[at] == '(' ||
                                     head.text[at] == '[' || head.text.compare(at, 3, "【") == 0)) {
      at += head.text[at] == ' ' || head.text[at] == '(' || head.text[at] == '[' ? 1 : 3;
    }
    const std::size_t agency = begins(tables_.agencies, head.text, at);
    if (agency == 0) return;
    std::size_t end = std::string::npos;
    for (std::size_t i = at + agency; i < head.text.size(); ++i) {
      if (head.text[i] == '\n' || head.text.compare(i, 3, "。") == 0 ||
          head.text.compare(i, 1, ",") == 0)
        break;
      if (const std::size_t word = begins(tables_.dateline_ends, head.text, i); word > 0) {
        end = i + word;
        break;
      }
    }
    if (end == std::string::npos) return;
    while (end < head.text.size() &&
           (head.text[end] == ' ' || head.text[end] == ')' || head.text[end] == ']'))
      ++end;
    if (end < head.text.size() && head.text[end] == '(') {  // (记者 …)
      const std::size_t close = head.text.find(')', end);
      if (close != std::string::npos) end = close + 1;
    }
    body_.begin = head.at[end];
  }

  std::string_view text_;
  const Canon::Tables& tables_;
  Body body_;
};

}  // namespace

Body body_of(std::string_view utf8, const Canon::Tables& tables) {
  return Cutter(utf8, tables).cut();
}

}  // namespace fingerprinting

std::size_t Canon::body_end(std::string_view utf8) const {
  return fingerprinting::body_of(utf8, *tables_).end;
}

bool Canon::is_frame(std::string_view line) const {
  const fingerprinting::Folded folded(line, 0, std::min<std::size_t>(line.size(), 60), *tables_);
  std::size_t at = 0;
  while (at < folded.text.size() &&
         (folded.text[at] == ' ' || folded.text[at] == '(' || folded.text[at] == '['))
    ++at;
  return fingerprinting::begins(tables_->frames, folded.text, at) > 0 ||
         fingerprinting::begins(tables_->credits, folded.text, at) > 0;
}

}  // namespace tamis
