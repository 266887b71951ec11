// SPDX-License-Identifier: Apache-2.0
// What the first bytes of a file say it is. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::source {

inline constexpr std::size_t kSniffSize = 4096;

enum class Content { kWarc, kJsonLines, kHtml, kText, kBinary, kUndecided };

struct Sniffed {
  Content content = Content::kText;
  std::string what;  // of kBinary: "a PNG image"
};

// By content first: `head` is the beginning of the file, some kilobytes of it or all. `name` (lower
// or upper case, .gz and .zst ignored) decides where the content does not. kUndecided: nothing but
// white space in `head`.
Sniffed sniff(std::string_view head, std::string_view name);

// The parts, each on the beginning of a file.
std::optional<std::string> magic_kind(std::string_view head);  // "a PNG image", by magic number
bool looks_binary(std::string_view head);                      // too many control characters
bool looks_utf16_or_32(std::string_view head);                 // by BOM or by where the NULs are
bool looks_html(std::string_view head);  // also UTF-16; the list of WHATWG MIME sniffing and more
// The first line is a JSON object with one of html, text, status, url, id. A line longer than
// `head` is judged by its beginning.
bool looks_json_lines(std::string_view head);

// `head` without byte order mark, NULs (so that UTF-16 markup reads as ASCII) and leading space.
std::string loosely_ascii(std::string_view head);

}  // namespace tamis::source
