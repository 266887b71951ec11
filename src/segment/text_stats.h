// SPDX-License-Identifier: Apache-2.0
// Counts what a run of text is made of. Units: a word 1, a CJK character .55 (dom-distiller's
// StringUtil), a character of a script that writes no spaces (Thai, Lao, Burmese, Khmer) .2.
#pragma once

#include "tamis/segment.h"

#include <string_view>

namespace tamis::segment_detail {

// Adds a run to `stats`. `in_word` carries a word that the run before left open; `linked`: the run
// stands in a link. Links themselves are counted by the caller.
void count_text(std::string_view run, bool linked, bool& in_word, TextStats& stats);

}  // namespace tamis::segment_detail
