// SPDX-License-Identifier: Apache-2.0
// JSON-LD as sites write it to JSON as the standard has it.
#pragma once

#include "json/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::head {

// The cheap repairs, one linear pass: wrappers (<!-- -->, CDATA, a trailing semicolon) off, control
// characters inside strings to spaces, bad escapes escaped, trailing commas out. Several values one
// after the other come back as several texts.
std::vector<std::string> repair_json(std::string_view text);

// The values in a JSON-LD script: as it is, else after the repairs; empty when neither parses.
std::vector<json::Value> parse_json_ld(std::string_view text);

}  // namespace tamis::head
