// SPDX-License-Identifier: Apache-2.0
// Strings in a page's data as text, and whether such a text is an article.
#pragma once

#include "json/json.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::head {

inline constexpr std::size_t kLeastBody = 200;  // characters

// The first JSON object or array in a script ("window.__STATE__ = {...};"), or the string in
// JSON.parse("..."); as written. Empty when there is none that ends.
std::string_view json_of_script(std::string_view script);

// Plain text of HTML or text, one paragraph a line; at most 1 MiB is read.
std::string text_of_markup(std::string_view markup);

// The texts of the parts of a body, as editors that write blocks store it: a list of objects with
// "text", "content", "html" or "children", or an object with "blocks" or "content". Objects with a
// title or a link of their own are other articles: empty.
std::string text_of_parts(const json::Value& value);

// Long enough, prose, and sentences rather than program text or a list of words.
bool reads_like_article(std::string_view text);

}  // namespace tamis::head
