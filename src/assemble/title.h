// SPDX-License-Identifier: Apache-2.0
// The headline: the block labelled title, else what the page's claims and its h1 agree on.
#pragma once

#include "assemble/view.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::assembly {

std::string title(const View& view, const std::vector<std::string>& site_names);

// A <title> without the names of site and channel behind it ("_新闻中心_新浪网", " - BBC News").
// `site_names` are compared without regard to case and punctuation; `host` too.
std::string strip_site(std::string_view title, const std::vector<std::string>& site_names,
                       std::string_view host);

}  // namespace tamis::assembly
