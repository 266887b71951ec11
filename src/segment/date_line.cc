// SPDX-License-Identifier: Apache-2.0
#include "segment/date_line.h"

#include "base/pattern.h"
#include "segment/date_hints.h"

#include <string>

namespace tamis::segment_detail {

namespace {

constexpr std::size_t kLongestLine = 400, kLongestDateLine = 120;

#define TAMIS_CLOCK \
  R"((?:[01]?\d|2[0-4])\s?[:：时]\s?[0-5]\d(?:分?|[:：]\s?[0-5]\d)(?:\s?[AaPp]\.?[Mm]\.?)?)"
#define TAMIS_YEAR R"((?:19|20)\d\d)"

const std::string& date_expression() {
  static const std::string expression =
      "(?i)(?:"
      // 2022-11-16, 2022/11/16, 2022.11.16, 2022年11月16日
      TAMIS_YEAR R"(\s?[-/.年]\s?(?:1[0-2]|0?[1-9])\s?[-/.月]\s?(?:3[01]|[12]\d|0?[1-9])(?:\s?日)?)"
      // 16.11.2022, 11/16/2022, 16-11-22
      R"(|\b(?:3[01]|[12]\d|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])[-/.](?:(?:19|20)\d\d|\d\d)\b)"
      // 11月16日
      R"(|(?:1[0-2]|0?[1-9])\s?月\s?(?:3[01]|[12]\d|0?[1-9])\s?日)"
      // 16 November 2022, Nov. 16, 2022, 16 ноября 2022
      R"(|\b(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|\.)?\s(?:de\s)?\pL{3,12}\.?,?\s(?:de\s)?(?:19|20)\d\d)"
      R"(|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\pL{0,6}\.?\s(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
      // relative
      R"(|\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|周|个月|個月|年)[前]|\b\d{1,3}\s?(?:minute|hour|day|week|month|year)s?\sago\b)"
      R"(|(?:昨天|前天|今天|昨日|今日)\s?\d{1,2}[:：]\d\d))";
  return expression;
}

const base::Pattern& date_pattern() {
  static const base::Pattern pattern(date_expression());
  return pattern;
}

const base::Pattern& date_line_pattern() {
  static const base::Pattern pattern(
      R"((?i)[\[(（【\s]*(?:[\pL\s·|/]{0,16}?[:：|\s]\s?)?)" +
      ("(?:" + date_expression() + R"(|(?:1[0-2]|0?[1-9])-(?:3[01]|[12]\d|0[1-9])))") +
      R"([,，T|\s]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s,|]*(?:)" TAMIS_CLOCK
      R"()?(?:\s?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d|Z))?[\])）】\s]*)");
  return pattern;
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
  signs.has_date = hints.date && date_pattern().found_in(text);
  if (text.size() <= kLongestDateLine) {
    signs.date_only = ((signs.has_date || hints.month_day) && date_line_pattern().matches(text)) ||
                      (hints.clock && clock_pattern().matches(text));
  }
  signs.has_date = signs.has_date || signs.date_only;
  return signs;
}

DateSigns date_signs_by_expression(std::string_view text) {
  DateSigns signs;
  if (text.size() > kLongestLine) return signs;
  signs.date_only = text.size() <= kLongestDateLine &&
                    (date_line_pattern().matches(text) || clock_pattern().matches(text));
  signs.has_date = signs.date_only || date_pattern().found_in(text);
  return signs;
}

}  // namespace tamis::segment_detail
