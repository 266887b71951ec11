// SPDX-License-Identifier: Apache-2.0
// Does a line hold a date, and nothing but one? Chinese and Western numeric forms, month names of
// the larger languages, relative times. Reading the date's value is assemble's work.
#pragma once

#include <string_view>

namespace tamis::segment_detail {

struct DateSigns {
  bool has_date = false;
  bool date_only = false;  // also "channel date" and "date time source" without a sentence
};

// Lines of more than 120 bytes are never date_only; of more than 400 not looked at.
DateSigns date_signs(std::string_view text);

// The same, slowly: the twin that tests compare date_signs with.
DateSigns date_signs_by_expression(std::string_view text);

}  // namespace tamis::segment_detail
