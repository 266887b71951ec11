// SPDX-License-Identifier: Apache-2.0
// What the digits of a line leave possible: a scan that spares most lines the date expressions.
#pragma once

#include <string_view>

namespace tamis::segment_detail {

struct DateHints {
  bool date = false;       // some form of a full date, of a month's day, of a relative time
  bool month_day = false;  // "11-16"
  bool clock = false;      // the line begins with "16:" but for brackets
};

// Never false where date_line.cc's expressions match; may be true where they do not.
DateHints date_hints(std::string_view text);

}  // namespace tamis::segment_detail
