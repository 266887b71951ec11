// SPDX-License-Identifier: Apache-2.0
#include "score/whole_tables.h"

namespace tamis::score_detail {

namespace {

constexpr float kCellUnits = 12;     // mean of a table of data; layouts hold paragraphs
constexpr float kLinks = 0.3F;       // link density of a list in a table
constexpr float kEnoughKept = 0.2F;  // share of the text that the model kept
constexpr BlockId kFewest = 4;

bool holds_data(const Container& table) {
  const BlockId cells = table.last - table.first;
  return table.tag == Tag::kTable && cells >= kFewest && table.paragraphs == 0 &&
         table.stats.units < kCellUnits * static_cast<float>(cells) &&
         table.stats.link_density() < kLinks;
}

// A time of departure reads like a date line, wherever it stands: the text around it knows better.
bool stands_in_text(const Container& table, const std::vector<std::uint8_t>& keep) {
  return table.first > 0 && keep[table.first - 1] && table.last < keep.size() && keep[table.last];
}

}  // namespace

void keep_tables_whole(const Blocks& blocks, std::vector<std::uint8_t>& keep) {
  for (const Container& table : blocks.containers) {
    if (!holds_data(table)) continue;
    float kept = 0;
    for (BlockId b = table.first; b < table.last; ++b) {
      if (keep[b]) kept += blocks.blocks[b].stats.units;
    }
    const bool whole = kept > kEnoughKept * table.stats.units || stands_in_text(table, keep);
    for (BlockId b = table.first; b < table.last; ++b) keep[b] = whole;
  }
}

void keep_terms(const Blocks& blocks, std::vector<std::uint8_t>& keep) {
  for (std::size_t next = keep.size(); next-- > 1;) {
    const Block &term = blocks.blocks[next - 1], &said = blocks.blocks[next];
    const bool follows = said.tag == Tag::kDd || said.tag == Tag::kDt;
    if (term.tag == Tag::kDt && follows && keep[next] && term.stats.links == 0) keep[next - 1] = 1;
  }
}

}  // namespace tamis::score_detail
