// SPDX-License-Identifier: Apache-2.0
// Where words for readers stand in an HTML page that is not parsed yet. A rough reading, on the
// safe side: what it does not know is copied as it is.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace tamis::repairing {

using OnRun = std::function<void(std::string_view)>;

// Calls `on_run` for every run with a character that is not ASCII; appends everything else to `out`
// in between. Runs are text between tags, the values of content, alt and title attributes that are
// no addresses, and JSON-LD; scripts, styles and comments are not.
void for_markup_runs(std::string_view html, const OnRun& on_run, std::string& out);

// The same for plain text: its lines.
void for_lines(std::string_view text, const OnRun& on_run, std::string& out);

}  // namespace tamis::repairing
