// SPDX-License-Identifier: Apache-2.0
// The channel: the breadcrumb as it stands on the page, or the section that the markup claims.
#pragma once

#include "assemble/view.h"

#include <string>
#include <string_view>

namespace tamis::assembly {

// "首页> 地方频道> 要闻 > 正文" of a line that holds a breadcrumb ("当前位置:" is not part of it);
// empty when it is none.
std::string breadcrumb_of(std::string_view line);

std::string channel(const View& view);

}  // namespace tamis::assembly
