// SPDX-License-Identifier: Apache-2.0
// What the Tree needs and the tree builder need not read: a start tag's attributes, the letters of
// a text. The skim keeps them here and writes a mark in their place; whoever reads the builder's
// tree puts them back. A mark has the same place in the tree as what it stands for.
//   attributes: one, named kTagMark, whose value is a number
//   text: U+10FFFD and a code point that is a number. A U+10FFFD of the page itself is set aside.
#pragma once

#include "tamis/tags.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::parsing {

inline constexpr std::string_view kTagMark = "~";

struct KeptAttribute {
  AttributeName name;
  std::string_view value;
};

// Holds views of the page, not copies.
class SetAside {
 public:
  // Writes the attribute that stands for `attributes`, which the builder would take as they are:
  // is_plain(value).
  void tag(std::span<const KeptAttribute> attributes, std::string& out);

  // Writes a text of the page, its longer pieces as marks. White space at its beginning is written
  // out, for the builder goes by it. `references`: "&amp;" is one in this text.
  void text(std::string_view text, bool references, std::string& out);

  // No character reference and nothing that a tree builder drops, replaces or splits at.
  static bool is_plain(std::string_view text);

  // `number`: the value of the attribute kTagMark.
  std::span<const KeptAttribute> attributes(std::string_view number) const;

  // The builder's text with what the marks stand for: a view of `text`, of the page or of `buffer`.
  std::string_view whole(std::string_view text, std::string& buffer) const;

 private:
  void piece(std::string_view text, std::string& out);
  std::size_t reference(std::string_view text, std::size_t at, std::string& out);
  void mark(std::size_t number, std::string& out) const;
  std::string_view marked(std::string_view text, std::size_t& at) const;

  std::vector<KeptAttribute> attributes_;
  std::vector<std::uint32_t> tags_;  // where each one's attributes begin
  std::vector<std::string_view> texts_;
};

}  // namespace tamis::parsing
