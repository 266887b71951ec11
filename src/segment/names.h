// SPDX-License-Identifier: Apache-2.0
// Class and id attributes as tokens, cut at word borders: "TRS_Editor newsList2" gives
// "trs editor | news list | ", a bar behind each name Whole-word tokens are what keeps `ad` from
// matching `padding`.
#pragma once

#include <string>
#include <string_view>

namespace tamis::segment_detail {

// Appends the tokens of one attribute value, lower case, each followed by a space. Stops at
// `limit` bytes of `out`.
void append_names(std::string_view value, std::string& out, std::size_t limit = 400);

}  // namespace tamis::segment_detail
