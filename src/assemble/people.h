// SPDX-License-Identifier: Apache-2.0
// Who wrote and who edited the article.
#pragma once

#include "assemble/view.h"

#include <string>
#include <vector>

namespace tamis::assembly {

struct People {
  std::vector<std::string> authors, editors;
};

// From the small print, the datelines "本报讯(记者 …)" at the ends of the body and the page's own
// claims. `outlets` are names of the site and the source: none of them is a person.
People people(const View& view, const std::vector<std::string>& outlets);

}  // namespace tamis::assembly
