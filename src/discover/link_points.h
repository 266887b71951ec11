// SPDX-License-Identifier: Apache-2.0
// How much a link looks like one to an article: points for what its URL, its text and its place
// say, added up. Two points are even odds. The weights were set by hand on general grounds: dates,
// running numbers and slugs name single pieces; lists are named by words; headlines are long.
#pragma once

#include "discover/link_rules.h"
#include "tamis/discover.h"

#include <optional>
#include <string>
#include <string_view>

namespace tamis::discovery {

// `url` in normal form. Below -10: no page at all (an image, an archive).
float url_points(std::string_view url, const LinkRules& rules);

// `text` on one line.
float text_points(std::string_view text);

// 0 to 1.
float likely_of(float points);

// URLs of one form have one: digits as 0, the words of a last segment as w.
std::string url_shape(std::string_view url);

std::optional<SourceKind> guess_list(std::string_view url);
SourceKind guess_kind(std::string_view url, const LinkRules& rules);

}  // namespace tamis::discovery
