// SPDX-License-Identifier: Apache-2.0
#include "segment/date_line.h"

#include "base/pattern.h"
#include "base/utf8.h"
#include "segment/date_hints.h"

#include <array>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

namespace tamis::segment_detail {

namespace {

constexpr std::size_t kLongestLine = 400, kLongestDateLine = 120;  // bytes
constexpr std::size_t kLongestChannel = 16;                        // code points

#define TAMIS_CLOCK \
  R"((?:[01]?\d|2[0-4])\s?[:：时]\s?[0-5]\d(?:分?|[:：]\s?[0-5]\d)(?:\s?[AaPp]\.?[Mm]\.?)?)"
#define TAMIS_YEAR R"((?:19|20)\d\d)"

// Each form for itself: together they are too large for RE2's automaton, and its way without one
// is seventy times slower.
constexpr std::array kForms = {
    // 2022-11-16, 2022/11/16, 2022.11.16, 2022年11月16日
    TAMIS_YEAR R"(\s?[-/.年]\s?(?:1[0-2]|0?[1-9])\s?[-/.月]\s?(?:3[01]|[12]\d|0?[1-9])(?:\s?日)?)",
    // 16.11.2022, 11/16/2022, 16-11-22
    R"(\b(?:3[01]|[12]\d|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])[-/.](?:(?:19|20)\d\d|\d\d)\b)",
    // 11月16日
    R"((?:1[0-2]|0?[1-9])\s?月\s?(?:3[01]|[12]\d|0?[1-9])\s?日)",
    // 16 November 2022, 16 ноября 2022
    R"(\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\.)?\s(?:de\s)?\pL{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d)",
    // Nov. 16, 2022
    R"(\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\pL{0,6}\.?\s(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)",
    // relative
    R"(\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|周|个月|個月|年)前)",
    R"(\b\d{1,3}\s?(?:minute|hour|day|week|month|year)s?\sago\b)",
    R"((?:昨天|前天|今天|昨日|今日)\s?\d{1,2}[:：]\d\d)",
    // 11-16: a date only where nothing else stands
    R"((?:1[0-2]|0?[1-9])-(?:3[01]|[12]\d|0[1-9]))",
};
constexpr std::size_t kMonthDay = kForms.size() - 1;

template <std::size_t Form>
const base::Pattern& date_pattern() {
  static const base::Pattern pattern("(?i)" + std::string(kForms[Form]));
  return pattern;
}

// The group is the name of a channel or a word like "published", as short as can be. Its length is
// not counted here: that would unroll a class of all letters.
template <std::size_t Form>
const base::Pattern& date_line_pattern() {
  static const base::Pattern pattern(
      R"(^[\[(（【\s]*(?:([\pL\s·|/]*?)[:：|\s]\s?)?(?i)(?:)" + std::string(kForms[Form]) +
      R"()[,，T|\s]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s,|]*(?:)" TAMIS_CLOCK
      R"()?(?:\s?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d|Z))?[\])）】\s]*$)");
  return pattern;
}

template <std::size_t Form>
bool is_line_of(std::string_view text) {
  const base::Pattern& pattern = date_line_pattern<Form>();
  if (!pattern.found_in(text)) return false;
  const std::string_view channel = pattern.find(text)[1];
  return base::count_code_points(channel) <= kLongestChannel;
}

// Whether `ask(form)` of any form of a full date, of a month's day too if that counts.
template <class Ask, std::size_t... Forms>
bool any_form(Ask ask, std::index_sequence<Forms...>) {
  return (ask(std::integral_constant<std::size_t, Forms>{}) || ...);
}
using DateForms = std::make_index_sequence<kMonthDay>;

bool holds_date(std::string_view text) {
  return any_form([&](auto form) { return date_pattern<form>().found_in(text); }, DateForms{});
}

// A form that is not found cannot be the line: its longer expression is not asked, or even made.
bool is_date_line(std::string_view text) {
  return any_form(
      [&](auto form) { return date_pattern<form>().found_in(text) && is_line_of<form>(text); },
      DateForms{});
}

bool is_month_day_line(std::string_view text) {
  return is_line_of<kMonthDay>(text);
}

const base::Pattern& clock_pattern() {
  static const base::Pattern pattern(R"([\[(\s]*)" TAMIS_CLOCK R"([\])\s]*)");
  return pattern;
}

}  // namespace

DateSigns date_signs(std::string_view text) {
  DateSigns signs;
  if (text.size() > kLongestLine) return signs;
  const DateHints hints = date_hints(text);
  signs.has_date = hints.date && holds_date(text);
  if (text.size() <= kLongestDateLine) {
    signs.date_only = (signs.has_date && is_date_line(text)) ||
                      (hints.month_day && is_month_day_line(text)) ||
                      (hints.clock && clock_pattern().matches(text));
  }
  signs.has_date = signs.has_date || signs.date_only;
  return signs;
}

DateSigns date_signs_by_expression(std::string_view text) {
  DateSigns signs;
  if (text.size() > kLongestLine) return signs;
  signs.date_only =
      text.size() <= kLongestDateLine &&
      (is_date_line(text) || is_month_day_line(text) || clock_pattern().matches(text));
  signs.has_date = signs.date_only || holds_date(text);
  return signs;
}

}  // namespace tamis::segment_detail
