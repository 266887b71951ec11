// SPDX-License-Identifier: Apache-2.0
// Reads one rule file: tab-separated, '#' comments, a header line, rows of as many fields.
#pragma once

#include "tamis/rules.h"

#include <string>
#include <string_view>

namespace tamis::rules {

// Throws Failure "FILE:LINE: what is wrong" for bad UTF-8, a missing header, or a row whose field
// count differs from the header's.
Table read_table(std::string_view name, std::string_view text);

// Column index by name; throws Failure when the table lacks it.
std::size_t column(const Table& table, std::string_view name);

// "phrases.tsv:12: MESSAGE" as a Failure.
[[noreturn]] void fail_at(const Table& table, std::uint32_t line, const std::string& message);

}  // namespace tamis::rules
