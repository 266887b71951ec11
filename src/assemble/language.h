// SPDX-License-Identifier: Apache-2.0
// The language of a text: its script, then frequent words or telling letters (rules/languages.tsv).
#pragma once

#include "tamis/rules.h"

#include <string>
#include <string_view>

namespace tamis::assembly {

// ISO 639-1; Chinese as zh-Hans or zh-Hant ("zh" when nothing tells them apart); empty when the
// text does not say and `claim` (an html lang) is no language tag of its script.
std::string language_of(std::string_view text, std::string_view claim, const Rules& rules);

}  // namespace tamis::assembly
