// SPDX-License-Identifier: Apache-2.0
// segment: one walk of the tree (or over the lines) to blocks with their features.
//
// A Block is a run of text between block-level boundaries (two <br>, or one after a sentence end,
// are a boundary too). A Container is a block-level element; a block knows its innermost one, and a
// container covers a contiguous range of blocks, so every ancestor's figures are there at once.
// Length is in units: one word is 1, one CJK character .55 (dom-distiller's StringUtil).
#pragma once

#include "tamis/parse.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

using BlockId = std::uint32_t;
using ContainerId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xffffffff;

// What the text of a block (or of a whole container) is made of. Counts; units as above.
struct TextStats {
  float units = 0;
  float link_units = 0;          // inside <a href>
  std::uint32_t characters = 0;  // code points but white space
  std::uint32_t cjk = 0;         // Han, kana, hangul
  std::uint32_t digits = 0;
  std::uint32_t punctuation = 0;  // sentence and clause marks, both widths
  std::uint32_t links = 0;

  float link_density() const { return units > 0 ? link_units / units : 0; }
  void add(const TextStats& other);
};

// Element contexts a block stands in, or-ed together.
enum Context : std::uint32_t {
  kInLink = 1u << 0,     // the whole text is one link
  kInList = 1u << 1,     // li, dd, dt
  kInTable = 1u << 2,    // td, th
  kInHeading = 1u << 3,  // h1 to h6
  kInQuote = 1u << 4,
  kInPre = 1u << 5,
  kInFigure = 1u << 6,    // figure, figcaption
  kInForm = 1u << 7,      // form that is not most of the page, button, label
  kInNav = 1u << 8,       // nav, role=navigation
  kInAside = 1u << 9,     // aside, role=complementary
  kInHeader = 1u << 10,   // header outside article
  kInFooter = 1u << 11,   // footer
  kInArticle = 1u << 12,  // article, role=article, itemprop=articleBody
  kInMain = 1u << 13,
  kHidden = 1u << 14,  // hidden, aria-hidden, display:none
  kBold = 1u << 15,    // the whole text is bold or strong
};

struct Block {
  std::string text;  // one line, white space collapsed and trimmed
  TextStats stats;
  std::uint32_t context = 0;                         // Context bits
  Tag tag = Tag::kOther;                             // innermost block-level element
  ContainerId container = kNone;                     // innermost container
  NodeId first_node = kNoNode, last_node = kNoNode;  // its first and last text node in the Tree
  std::uint32_t first_line = 0, last_line = 0;       // 1-based, plain text only
  std::uint32_t indent = 0;                          // plain text: columns before the text
  std::uint32_t blank_before = 0;                    // plain text: blank lines before it
  std::uint8_t breaks_before = 0;  // line breaks between it and the block before, when nothing
                                   // but these parts the two; at most 9
  bool bullet = false;             // plain text: it began with a bullet or "1 "-like number
  bool ends_sentence = false;      // last character is terminal punctuation
  bool truncated = false;          // ends in an ellipsis or "...more"
  bool date_only = false;          // nothing but a date, a time, "channel date" or "2 hours ago"
  bool has_date = false;
  std::string
      names;  // class and id tokens of inline elements in it, a space each, cut at 200 bytes
  std::vector<std::string> hrefs;  // targets of its links, at most 4
};

struct Container {
  ContainerId parent = kNone;
  Tag tag = Tag::kOther;
  std::uint32_t depth = 0;
  BlockId first = 0, last = 0;  // blocks [first, last)
  ContainerId end = 0;          // one past the last descendant container
  std::uint32_t context = 0;    // Context bits, its own and its ancestors'
  std::string names;      // class and id as tokens: lower case, cut at word borders, a space each
  std::string path_step;  // "div.article-body": tag, first class or id
  TextStats stats;        // of all its blocks
  std::uint32_t paragraphs = 0;  // blocks of at least 20 units with a sentence end
  // li: its number in the list (an <ol start> counts on from there); td, th: its first column in
  // the row, from 0. `columns` and `rows` are what a cell spans.
  std::uint32_t position = 0;
  std::uint16_t columns = 1, rows = 1;
  std::uint32_t siblings_alike = 0;   // siblings of the same signature, itself included
  std::uint32_t siblings_linked = 0;  // of those, how many bear links
  std::uint64_t signature = 0;        // hash of tag, class and the child tags
};

// The text of a <pre> as it was written, line by line; of nested ones the outermost.
struct Preformatted {
  ContainerId container = kNone;
  std::string text;
};

struct Blocks {
  bool from_text = false;  // lines, no tree
  std::vector<Block> blocks;
  std::vector<Container> containers;       // document order; empty for plain text
  std::vector<Preformatted> preformatted;  // in document order
};

Blocks segment(const Tree& tree);
Blocks segment_text(std::string_view utf8);

// "html/body/div.article/p" of a block; empty for plain text.
std::string block_path(const Blocks& blocks, BlockId block);

}  // namespace tamis
