// SPDX-License-Identifier: Apache-2.0
// View: what the parts of assemble look at, and the places they ask for again and again.
#pragma once

#include "assemble/bylines.h"
#include "assemble/dates.h"
#include "tamis/assemble.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::assembly {

// Refers to everything it was made from; one page, one thread.
struct View {
  View(const Page& page, const Text& text, const Head& head, const Blocks& blocks,
       const std::vector<Label>& labels, const Rules& rules);

  const Page& page;
  const Text& text;
  const Head& head;
  const Blocks& blocks;
  const std::vector<Label>& labels;
  const Rules& rules;
  DateReader dates;
  BylineReader bylines;

  std::vector<BlockId> kept;  // heading and body blocks, in order
  BlockId title = kNone;      // the block labelled title

  BlockId size() const { return static_cast<BlockId>(blocks.blocks.size()); }
  LabelName label(BlockId n) const { return labels[n].name; }
  const std::string& line(BlockId n) const { return blocks.blocks[n].text; }

  // The article's own small print: meta and editor-note blocks, those before the body first.
  const std::vector<BlockId>& small_print() const { return small_print_; }

  // Other short lines around the article, whatever they are labelled: behind the headline, before
  // it, behind the body. A byline or a date among them may be the article's.
  const std::vector<BlockId>& edges() const { return edges_; }

  // Where a line stands: between the headline (or the page's beginning) and the second paragraph.
  bool at_head(BlockId n) const { return n >= top && n < head_end; }
  bool behind_body(BlockId n) const { return !kept.empty() && n > kept.back(); }

  // The article is written in Chinese characters, kana or hangul.
  bool cjk_page() const;

  // A line, with the next one where a word waits for its value: "作者：" / "丁爽", "By" / "Jane
  // Doe".
  std::string field_line(BlockId n) const;

  BlockId top = 0;       // the headline, else the first kept block
  BlockId head_end = 0;  // see at_head

 private:
  void find_head();
  void find_small_print();
  void find_edges();

  std::vector<BlockId> small_print_, edges_;
};

// Letters and digits only, case and width folded: how titles are compared.
std::string bare(std::string_view text);

// Bytes of the longest common prefix of two bare texts that end at a character, and its characters.
std::size_t common_characters(std::string_view a, std::string_view b);

}  // namespace tamis::assembly
