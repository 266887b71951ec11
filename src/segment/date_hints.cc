// SPDX-License-Identifier: Apache-2.0
#include "segment/date_hints.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tamis::segment_detail {

namespace {

// Between the day and the year of "16 November 2022" at most, in bytes: two "de" and twelve
// letters.
constexpr std::size_t kDayToYear = 80;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v');
}
bool is_joint(char c) {
  return c == '-' || c == '/' || c == '.';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// What follows at `at`, one white space aside.
std::string_view after_space(std::string_view text, std::size_t at) {
  if (at < text.size() && is_space(text[at])) ++at;
  return text.substr(at);
}

bool is_year(std::string_view four) {
  return four.starts_with("19") || four.starts_with("20");
}

char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// "hour", "Days": what may stand before "ago".
bool is_unit_word(std::string_view rest) {
  constexpr std::array<std::string_view, 6> kWords = {"minute", "hour",  "day",
                                                      "week",   "month", "year"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return rest.size() > word.size() + 3 &&
           std::equal(word.begin(), word.end(), rest.begin(),
                      [](char a, char b) { return a == small(b); });
  });
}

// A number before a unit of time, or a month's number: "16日", "3 hours".
bool has_unit(std::string_view rest) {
  if (rest.empty()) return false;
  if (static_cast<signed char>(rest.front()) >= 0) return is_unit_word(rest);
  constexpr std::array<std::string_view, 9> kSigns = {"月", "秒", "分", "小", "天",
                                                      "周", "个", "個", "年"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return rest.starts_with(sign); });
}

bool is_clock(std::string_view rest) {
  return rest.starts_with(':') || rest.starts_with("：") || rest.starts_with("时");
}

// Of a run of digits [begin, end) and what stands around it.
class DigitRun {
 public:
  DigitRun(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text), begin_(begin), end_(end) {}

  std::size_t size() const { return end_ - begin_; }

  bool joined() const { return end_ < text_.size() && is_joint(text_[end_]); }

  // "2022-1", "2022年": a year, then a joint.
  bool year_before() const {
    if (size() < 4 || !is_year(text_.substr(end_ - 4, 4))) return false;
    const std::string_view rest = after_space(text_, end_);
    return !rest.empty() && (is_joint(rest.front()) || rest.starts_with("年"));
  }

  // "November 2022": a year after a word; the day stands before.
  bool year_after() const {
    return size() >= 4 && is_year(text_.substr(begin_, 4)) && begin_ > 0 &&
           is_space(text_[begin_ - 1]);
  }

  // "16.11.2": three numbers.
  bool triple() const {
    if (!joined()) return false;
    const std::size_t second = digits_end(text_, end_ + 1);
    return second > end_ + 1 && second + 1 < text_.size() && is_joint(text_[second]) &&
           is_digit(text_[second + 1]);
  }

  bool month_day() const {
    return joined() && text_[end_] == '-' && digits_end(text_, end_ + 1) >= end_ + 3;
  }

  bool unit() const { return has_unit(after_space(text_, end_)); }

  // "昨天 16:07": the word before it ends in one of two signs.
  bool clock_of_a_day() const {
    const std::string_view rest = text_.substr(end_);
    if (!rest.starts_with(':') && !rest.starts_with("：")) return false;
    std::string_view before = text_.substr(0, begin_);
    if (!before.empty() && is_space(before.back())) before.remove_suffix(1);
    return before.ends_with("天") || before.ends_with("日");
  }

  // The first digits of a line, brackets and spaces aside.
  bool begins_clock() const {
    return text_.find_first_not_of("[( \t\n\r\f") == begin_ && is_clock(after_space(text_, end_));
  }

 private:
  std::string_view text_;
  std::size_t begin_, end_;
};

}  // namespace

DateHints date_hints(std::string_view text) {
  DateHints hints;
  std::size_t day_end = std::string_view::npos;  // of the last short run: it could be a day
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = digits_end(text, at);
    const DigitRun run(text, at, end);
    const bool day_before = day_end != std::string_view::npos && at - day_end <= kDayToYear;
    hints.date = hints.date || run.year_before() || (day_before && run.year_after()) ||
                 run.triple() || run.unit() || run.clock_of_a_day();
    hints.month_day = hints.month_day || run.month_day();
    hints.clock = hints.clock || run.begins_clock();
    if (run.size() <= 2) day_end = end;
    at = end;
  }
  return hints;
}

}  // namespace tamis::segment_detail
