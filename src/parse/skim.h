// SPDX-License-Identifier: Apache-2.0
// One pass over the bytes before the tree builder: enforces the limits, sets JSON-LD aside and
// leaves out what no stage reads. What it writes gives the same Tree as the page itself.
#pragma once

#include "parse/set_aside.h"
#include "tamis/parse.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::parsing {

struct Skimmed {
  std::string html;
  SetAside aside;  // what the marks in `html` stand for
  std::vector<std::string> json_ld, noscript, payloads;
};

// Left out: script, style, noscript (as a browser that runs scripts does), noframes, noembed,
// comments, the content of svg, math, iframe and template, attributes that tags.h does not name,
// and repeated white space. With limits.skim false only noscript. Fails on a limit.
Result<Skimmed> skim(std::string_view html, const ParseLimits& limits);

}  // namespace tamis::parsing
