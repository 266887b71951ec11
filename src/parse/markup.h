// SPDX-License-Identifier: Apache-2.0
// The lexical part of the HTML tokenizer (13.2.5): where tags, comments and raw text end. Positions
// are offsets in `html`; all functions look at each byte once.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tamis::parsing {

inline constexpr std::size_t kEnd = std::string_view::npos;

inline bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
inline bool is_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}
inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

struct AttributeSpan {
  std::string_view name, value;  // as written, without quotes
  char quote = '\0';             // '\0': none
};

struct TagSpan {
  std::string_view name;  // as written
  bool self_closing = false;
  std::vector<AttributeSpan> attributes;  // in order, duplicates included
  std::size_t end = 0;  // past the '>'; kEnd when the text ends first (no tag then)
};

// `at` is the first letter of the name.
void read_tag(std::string_view html, std::size_t at, TagSpan& tag);

// `at` is past "<!--". The position past the comment; html.size() when nothing ends it.
std::size_t comment_end(std::string_view html, std::size_t at);

// Past the next '>', or html.size().
std::size_t bogus_comment_end(std::string_view html, std::size_t at);

// `at` is past "<![CDATA[". The position past "]]>", or html.size().
std::size_t cdata_end(std::string_view html, std::size_t at);

// The position of the "</name" that ends raw text which begins at `at`, or kEnd.
std::size_t raw_text_end(std::string_view html, std::size_t at, std::string_view lower_case_name);

// The same for <script>, whose text may hold "<!-- <script> </script> -->" (13.2.5.4 and on).
std::size_t script_end(std::string_view html, std::size_t at);

}  // namespace tamis::parsing
